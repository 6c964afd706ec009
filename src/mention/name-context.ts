import { scanActors } from '../lexicon/actor.ts';
import { gazetteer } from '../lexicon/gazetteer.ts';
import type { ParsedSentence } from '../model/draft.ts';
import { hashText } from '../parse/feature-hash.ts';
import { GIVEN, NOUN, SENSE } from '../parse/name-word.ts';
import { formsOf } from './name.ts';
import { CASE, DUTY, LOWER, type NameBank, PARTS, ROLE } from './name-bank.ts';

/*
 * What a document says of a word elsewhere: "Green" is a colour where "green" stands too, and a person where "Anna Green" does; "Kessab"
 * is a place after "in Kessab" everywhere. Flags of all occurrences of a word are joined and shown to each of them.
 */

/** Bits of what a document says of a word. */
export const ELSEWHERE = {
  small: 1,
  inside: 2,
  titled: 4,
  named: 8,
  body: 16,
  located: 32,
  speaks: 64,
  long: 128,
} as const;

/** The words of a sentence as the tagger of names sees them. */
export interface NameWords {
  readonly count: number;
  /** Offset of each word in the bank. */
  readonly rows: Int32Array;
  /** 1 where a word may be part of a name. */
  readonly open: Uint8Array;
  /** First word of the run of capitals a word stands in, and the word after its last one; its own place where it is none. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** What the lexicon of actors finds: 0, or kind and place of the word in the name. */
  readonly actor: Uint8Array;
  /** What the gazetteer finds in several words: 0, or place of the word in the name. */
  readonly town: Uint8Array;
  /** Sentences without any lower-case letter. */
  readonly shouted: boolean;
}

/** Small words that a name can run over, in a row. */
const MOST_LINKS = 2;
const ACTOR_KINDS: Readonly<Record<string, number>> = {
  state: 1,
  government: 2,
  military: 2,
  police: 2,
  'armed-group': 3,
  coalition: 4,
  'civil-body': 5,
  international: 6,
  outlet: 7,
};
const SAID = hashText('said');

/** Prepares the words of a sentence. */
export function nameWordsOf(bank: NameBank, sentence: ParsedSentence): NameWords {
  const { tokens } = sentence;
  const count = tokens.length;
  const rows = new Int32Array(count);
  let small = false;
  let big = false;
  for (let i = 0; i < count; i++) {
    rows[i] = bank.row(tokens[i]!.form);
    const c = bank.cells[rows[i]! + CASE]!;
    if (c === 0) small = true;
    else if (c < 4) big = true;
  }
  const { cells } = bank;
  const first = new Int32Array(count);
  const last = new Int32Array(count);
  const open = new Uint8Array(count);
  const actor = new Uint8Array(count);
  const town = new Uint8Array(count);
  const shouted = !small;
  if (big) {
    runs(
      count,
      (i) => cells[rows[i]! + CASE]!,
      (i) => (cells[rows[i]! + DUTY]! & ROLE.link) !== 0,
      first,
      last,
      open,
    );
    towns(tokens, first, last, (i) => cells[rows[i]! + CASE]!, town);
    for (const m of scanActors(tokens)) {
      const kind = m.via === 'demonym' ? 8 : m.via === 'metonym' ? 9 : (ACTOR_KINDS[m.entry.kind] ?? 0);
      for (let i = m.from; i < m.to; i++)
        actor[i] = kind * 4 + (m.to - m.from === 1 ? 3 : i === m.from ? 0 : i === m.to - 1 ? 2 : 1) + 1;
    }
  }
  return { count, rows, open, first, last, actor, town, shouted };
}

/** Longest name of a place that is looked for, in words. */
const LONGEST = 5;

/** "Deir al-Zor", "New York": names of places of two words and more, the longest first. */
function towns(
  tokens: ParsedSentence['tokens'],
  first: Int32Array,
  last: Int32Array,
  caseOf: (i: number) => number,
  town: Uint8Array,
): void {
  for (let from = 0; from < tokens.length; from++) {
    if (last[from]! - from < 2 || (caseOf(from) !== 1 && from !== first[from])) continue;
    for (let to = Math.min(last[from]!, from + LONGEST); to > from + 1; to--) {
      if (caseOf(to - 1) < 1 || caseOf(to - 1) > 3 || !isTown(formsOf(tokens, from, to))) continue;
      for (let i = from; i < to; i++) town[i] = i === from ? 1 : i === to - 1 ? 3 : 2;
      from = to - 1;
      break;
    }
  }
}

/** Whether a name is a place's; one with an article or hyphen inside may be spelt in another way. */
function isTown(name: string): boolean {
  return (
    gazetteer().find(name).length > 0 || (name.includes('-') && gazetteer().findSimilar(name).length > 0)
  );
}

/** Runs of capitals, over small words that link them ("Bank of England", "al-Shabaab", "Boeing 747"). */
function runs(
  count: number,
  caseOf: (i: number) => number,
  links: (i: number) => boolean,
  first: Int32Array,
  last: Int32Array,
  open: Uint8Array,
): void {
  const capital = (i: number): boolean => {
    const c = caseOf(i);
    return c >= 1 && c <= 3;
  };
  for (let i = 0; i < count; i++) {
    first[i] = i;
    last[i] = i + 1;
  }
  for (let i = 0; i < count; ) {
    if (!capital(i)) {
      i++;
      continue;
    }
    let to = i + 1;
    for (;;) {
      let next = to;
      while (next < count && next - to <= MOST_LINKS && !capital(next) && links(next)) next++;
      if (next < count && next - to <= MOST_LINKS && capital(next)) to = next + 1;
      else break;
    }
    while (to < count && caseOf(to) === 4 && to - i < 8) to++;
    // the Arabic article before a hyphen, "al | - | Shabaab", opens a name
    let from = i;
    if (from > 1 && caseOf(from - 1) === 5 && links(from - 1) && caseOf(from - 2) === 0 && links(from - 2))
      from -= 2;
    for (let k = from; k < to; k++) {
      open[k] = 1;
      first[k] = from;
      last[k] = to;
    }
    i = to;
  }
  for (let i = 0; i < count; i++) if (caseOf(i) === 4 && i + 1 < count && open[i + 1] === 1) open[i] = 1;
}

/** What the sentences of a document say of each word, by the hash of its small form. */
export function elsewhere(bank: NameBank, all: readonly NameWords[]): ReadonlyMap<number, number> {
  const flags = new Map<number, number>();
  const { cells } = bank;
  for (const s of all) {
    if (s.shouted) continue;
    for (let i = 0; i < s.count; i++) {
      const row = s.rows[i]!;
      const kind = cells[row + CASE]!;
      if (kind < 1 || kind > 3) continue;
      const key = cells[row + LOWER]!;
      let flag = i > 0 ? ELSEWHERE.inside : 0;
      const from = s.first[i]!;
      const to = s.last[i]!;
      if (to - from > 1) flag |= ELSEWHERE.long;
      const before = i > 0 ? s.rows[i - 1]! : -1;
      if (before >= 0) {
        const duty = cells[before + DUTY]!;
        if (duty & ROLE.title) flag |= ELSEWHERE.titled;
        if (from === i && duty & ROLE.locator) flag |= ELSEWHERE.located;
        if (i > from && cells[before + PARTS]! & GIVEN) flag |= ELSEWHERE.named;
      }
      const end = s.rows[to - 1]!;
      if (to - from > 1 && (cells[end + DUTY]! & ROLE.body || (cells[end + PARTS]! & NOUN) === SENSE.group))
        flag |= ELSEWHERE.body;
      if (to < s.count && i === to - 1 && cells[s.rows[to]! + LOWER] === SAID) flag |= ELSEWHERE.speaks;
      flags.set(key, (flags.get(key) ?? 0) | flag);
    }
  }
  for (const s of all)
    for (let i = 0; i < s.count; i++) {
      const key = cells[s.rows[i]! + LOWER]!;
      const flag = cells[s.rows[i]! + CASE] === 0 ? flags.get(key) : undefined;
      if (flag !== undefined) flags.set(key, flag | ELSEWHERE.small);
    }
  return flags;
}
