import { cuesOf } from '../lexicon/cue.ts';
import { readList } from '../lexicon/list.ts';
import type { ParsedSentence } from '../model/draft.ts';
import { hashText, mix, SPREAD } from '../parse/feature-hash.ts';
import type { Quotation } from '../text/quotation.ts';

/** A word's place in a document: its sentence, and its index there. */
export interface WordPlace {
  readonly sentence: number;
  readonly word: number;
}

/** The words of one paragraph as numbers, for scorers; `head` and the extents of subtrees are indices in the passage. */
export interface Passage {
  readonly count: number;
  readonly places: readonly WordPlace[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly sentence: Int32Array;
  readonly form: Int32Array;
  readonly lemma: Int32Array;
  readonly suffix: Int32Array;
  readonly tag: Int32Array;
  readonly pos: Int32Array;
  readonly relation: Int32Array;
  readonly head: Int32Array;
  /** First and last word of each word's subtree. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Number of the quotation a word stands in, from 1; 0 outside. */
  readonly quote: Int32Array;
  /** What kind of mark a word is, see `markOf`. */
  readonly mark: Uint8Array;
  /** Bits of the relations that hang on a word, see `KIDS`. */
  readonly kids: Int32Array;
  /** Spread class of the lemma in the lexicon of cues; 0 for none. */
  readonly sense: Int32Array;
  /** 0 lower case, 1 capital, 2 pronoun, 3 number or mark. */
  readonly shape: Uint8Array;
}

/** Relations that tell what a word governs, one bit each. */
export const KIDS: readonly string[] = [
  'ccomp',
  'xcomp',
  'nsubj',
  'nsubj:pass',
  'obj',
  'parataxis',
  'mark',
  'acl',
  'advcl',
  'obl',
  'nmod',
  'nmod:poss',
  'aux',
  'aux:pass',
  'cop',
  'case',
];

/** Marks that part clauses and quotations. */
export const MARK = {
  none: 0,
  comma: 1,
  stop: 2,
  open: 3,
  close: 4,
  dash: 5,
  colon: 6,
  bracket: 7,
  other: 8,
} as const;

const hashes = new Map<string, number>();

function hashOf(text: string): number {
  let known = hashes.get(text);
  if (known === undefined) {
    if (hashes.size > 50_000) hashes.clear();
    known = hashText(text.slice(0, 60));
    hashes.set(text, known);
  }
  return known;
}

const bits = new Map(KIDS.map((r, i) => [r, 1 << i]));

/** Numbers of the sentences `from` to `to` of a document (the end excluded), which make one paragraph. */
export function passageOf(
  sentences: readonly ParsedSentence[],
  from: number,
  to: number,
  quotes: readonly Quotation[],
): Passage {
  const places: WordPlace[] = [];
  for (let s = from; s < to; s++)
    for (let w = 0; w < sentences[s]!.tokens.length; w++) places.push({ sentence: s, word: w });
  const count = places.length;
  const ints = () => new Int32Array(count);
  const p = {
    count,
    places,
    starts: ints(),
    ends: ints(),
    sentence: ints(),
    form: ints(),
    lemma: ints(),
    suffix: ints(),
    tag: ints(),
    pos: ints(),
    relation: ints(),
    head: ints(),
    low: ints(),
    high: ints(),
    quote: ints(),
    mark: new Uint8Array(count),
    kids: ints(),
    sense: ints(),
    shape: new Uint8Array(count),
  };
  let base = 0;
  let q = 0;
  for (let s = from; s < to; s++) {
    const { tokens } = sentences[s]!;
    for (const [w, t] of tokens.entries()) {
      const i = base + w;
      p.starts[i] = t.start;
      p.ends[i] = t.end;
      p.sentence[i] = s;
      const lower = t.form.toLowerCase();
      p.form[i] = hashOf(/\d/u.test(lower) ? lower.replace(/\d+/gu, '0') : lower);
      p.lemma[i] = hashOf(t.lemma.toLowerCase());
      p.suffix[i] = hashOf(lower.slice(-3));
      p.tag[i] = hashOf(t.xpos);
      p.pos[i] = hashOf(t.upos);
      p.relation[i] = hashOf(t.deprel);
      p.head[i] = t.head < 0 ? -1 : base + t.head;
      while (q < quotes.length && quotes[q]!.end <= t.start) q++;
      const quote = quotes[q];
      p.quote[i] = quote !== undefined && t.start >= quote.innerStart && t.end <= quote.innerEnd ? q + 1 : 0;
      p.mark[i] =
        quote !== undefined && t.start === quote.start
          ? MARK.open
          : quote !== undefined && !quote.open && t.end === quote.end
            ? MARK.close
            : markOf(t.form, t.upos);
      if (t.head >= 0) p.kids[base + t.head]! |= bits.get(t.deprel) ?? 0;
      p.sense[i] = t.upos === 'VERB' || t.upos === 'NOUN' ? senseOf(t.lemma, t.upos) : 0;
      p.shape[i] = t.upos === 'PRON' ? 2 : /^\p{Lu}/u.test(t.form) ? 1 : /^\p{L}/u.test(t.form) ? 0 : 3;
    }
    base += tokens.length;
  }
  extents(p);
  return p;
}

function markOf(form: string, upos: string): number {
  if (upos !== 'PUNCT' && /[\p{L}\p{N}]/u.test(form)) return MARK.none;
  if (form === ',') return MARK.comma;
  if (/^[.!?…]+$/u.test(form)) return MARK.stop;
  if (/^(?:[–—―]|-+)$/u.test(form)) return MARK.dash;
  if (/^[:;]$/u.test(form)) return MARK.colon;
  if (/^[()[\]]$/u.test(form)) return MARK.bracket;
  if (/^["“”„«»]$/u.test(form)) return MARK.close;
  return MARK.other;
}

const senses = new Map<string, number>();

function senseOf(lemma: string, upos: string): number {
  const key = `${lemma} ${upos}`;
  let known = senses.get(key);
  if (known === undefined) {
    if (senses.size > 20_000) senses.clear();
    if (upos === 'NOUN') known = readList('lexicon/speech-noun.txt').has(lemma) ? SPREAD[500]! : 0;
    else {
      const entries = cuesOf(lemma);
      known = entries.length === 0 ? 0 : mix(hashText(entries.map((e) => e.sense).join(' ')));
    }
    senses.set(key, known);
  }
  return known;
}

/** Subtrees, by passing each word's extent up its path to the root; paths are bounded by the sentence. */
function extents(p: { count: number; head: Int32Array; low: Int32Array; high: Int32Array }): void {
  for (let i = 0; i < p.count; i++) {
    p.low[i] = i;
    p.high[i] = i;
  }
  for (let i = 0; i < p.count; i++)
    for (let up = p.head[i]!, steps = 0; up >= 0 && steps < 400; up = p.head[up]!, steps++) {
      if (p.low[up]! > i) p.low[up] = i;
      if (p.high[up]! < i) p.high[up] = i;
      else if (p.low[up]! < i && p.high[up]! > i) break;
    }
}
