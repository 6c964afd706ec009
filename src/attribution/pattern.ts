import { cuesOf } from '../lexicon/cue.ts';
import { readList } from '../lexicon/list.ts';
import { chunksOf } from '../mention/lookup.ts';
import type { Token } from '../model/token.ts';
import type { Cue } from './cue.ts';
import { headIn, type Source } from './source.ts';

/** What the order of words alone shows of a cue's arguments. */
export interface Pattern {
  readonly source: Source | null;
  readonly words: readonly number[];
}

/*
 * News prose puts cues in few places, so fixed that they outweigh the parse:
 *   CONTENT , SOURCE CUE .     "Two trucks had turned back, he said."
 *   CONTENT , CUE SOURCE       "“We left,” said SDF spokesman Mostafa Bali, adding …"
 *   SOURCE CUE (…) that CONTENT     "Silo told an agency that they had left", "said in a statement that …"
 */

/** The arguments of a cue by one of the fixed orders, or null. */
export function byPattern(tokens: readonly Token[], cue: Cue): Pattern | null {
  if (cue.kind !== 'verb' || !cue.entry.take.includes('clause')) return null;
  return closing(tokens, cue) ?? inverted(tokens, cue) ?? withThat(tokens, cue);
}

const STOPS = /^(?:[.,;:!?…]|["”’»])$/u;
const QUOTE = /^["”’»]$/u;

function closing(tokens: readonly Token[], cue: Cue): Pattern | null {
  const first = cue.words[0]!;
  const next = afterCue(tokens, cue);
  if (next < tokens.length && !ends(tokens, next)) return null;
  const chunk = chunksOf(tokens).findLast((c) => c.to <= first);
  if (chunk === undefined || !onlyAdverbs(tokens, chunk.to, first)) return null;
  const start = phraseStart(tokens, chunk.from);
  if (!/^,$/.test(tokens[start - 1]?.form ?? '') && !QUOTE.test(tokens[start - 1]?.form ?? '')) return null;
  if (start < 3) return null;
  return {
    source: { at: headIn(tokens, chunk.from, chunk.to), words: range(start, chunk.to) },
    words: range(sentenceStart(tokens, start - 1), start - 1),
  };
}

/** Behind the cue: nothing, a stop, or a comma with a participle that goes on reporting ("he said, adding that …"). */
function ends(tokens: readonly Token[], next: number): boolean {
  if (!STOPS.test(tokens[next]!.form)) return false;
  if (tokens[next]!.form !== ',') return true;
  return /^(?:adding|saying|noting|stressing|insisting|explaining|referring|citing|without|and|but|while|as|although|though)$/i.test(
    tokens[next + 1]?.form ?? '.',
  );
}

/** Behind the cue's words, a time and a hearer may stand: "said on Sunday", "told reporters", "said in a statement". */
function afterCue(tokens: readonly Token[], cue: Cue): number {
  let i = cue.words.at(-1)! + 1;
  const limit = i + 9;
  while (i < tokens.length && i < limit && !STOPS.test(tokens[i]!.form)) {
    if (
      (tokens[i]!.upos === 'VERB' && tokens[i]!.xpos !== 'VBN') ||
      tokens[i]!.upos === 'AUX' ||
      /^that$/i.test(tokens[i]!.form)
    )
      return cue.words.at(-1)! + 1;
    i++;
  }
  return i;
}

function onlyAdverbs(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!/^(?:ADV|AUX|PART)$/.test(tokens[i]!.upos)) return false;
  return true;
}

/** "an official of the council": the phrase before an "of" belongs to the source. */
function phraseStart(tokens: readonly Token[], from: number): number {
  let start = from;
  for (let steps = 0; steps < 3; steps++) {
    if (tokens[start - 1]?.xpos === 'POS' || /^(?:of|for|in|at)$/.test(tokens[start - 1]?.form ?? '')) {
      const end = start - 1;
      const before = chunksOf(tokens).find((c) => c.to === end);
      if (before === undefined) break;
      start = before.from;
    } else break;
  }
  return start;
}

/** Where the sentence's content may begin: behind an opening quotation mark or a leading "However,". */
function sentenceStart(tokens: readonly Token[], end: number): number {
  let i = 0;
  while (i < end && /^["“„«]$/u.test(tokens[i]!.form)) i++;
  if (/^(?:but|however|meanwhile|still|yet)$/i.test(tokens[i]?.form ?? '') && tokens[i + 1]?.form === ',')
    i += 2;
  return i;
}

function inverted(tokens: readonly Token[], cue: Cue): Pattern | null {
  const before = tokens[cue.words[0]! - 1];
  if (before === undefined || !(before.form === ',' || QUOTE.test(before.form)) || cue.words.length > 1)
    return null;
  if (!/^VB[DZN]$/.test(tokens[cue.at]!.xpos)) return null;
  const chunk = chunksOf(tokens).find((c) => c.from === cue.at + 1);
  if (chunk === undefined || cue.at < 3) return null;
  if (!tokens.slice(0, cue.at).some((t) => /^(?:VB[DZP]|MD)$/.test(t.xpos))) return null;
  const named =
    /^(?:PROPN|PRON)$/.test(tokens[chunk.head]!.upos) || /^(?:the|an?)$/i.test(tokens[chunk.from]!.form);
  const next = tokens[chunk.to];
  if (
    !named ||
    (next !== undefined &&
      !STOPS.test(next.form) &&
      !/^(?:of|for|in|on|from|at|who|as|and|when)$/i.test(next.form) &&
      next.upos !== 'PROPN')
  )
    return null;
  return {
    source: { at: headIn(tokens, chunk.from, chunk.to), words: range(chunk.from, chunk.to) },
    words: range(sentenceStart(tokens, cue.at), cue.at),
  };
}

function withThat(tokens: readonly Token[], cue: Cue): Pattern | null {
  const last = cue.words.at(-1)!;
  for (let i = last + 1; i < Math.min(tokens.length - 2, last + 9); i++) {
    const token = tokens[i]!;
    if (token.upos === 'VERB' || /^[.;:]$/.test(token.form)) return null;
    if (token.form.toLowerCase() !== 'that') continue;
    if (tokens[i + 1]!.upos === 'VERB' || tokens[i + 1]!.upos === 'AUX' || STOPS.test(tokens[i + 1]!.form))
      return null;
    const plain = i === last + 1 || onlySetting(tokens, last + 1, i);
    const verb = tokens.slice(i + 1).some((t) => t.upos === 'VERB' || t.upos === 'AUX');
    return plain && verb ? { source: null, words: range(i + 1, contentEnd(tokens, i + 1)) } : null;
  }
  return null;
}

/** Between cue and "that": when, to whom, in what statement; not a noun that the clause would qualify. */
function onlySetting(tokens: readonly Token[], from: number, to: number): boolean {
  const nouns = chunksOf(tokens).filter((c) => c.from >= from && c.to <= to);
  const speech = readList('lexicon/speech-noun.txt');
  const last = nouns.at(-1);
  if (last === undefined || last.to < to) return true;
  const lemma = tokens[last.head]!.lemma;
  return (
    last.pronoun ||
    speech.has(lemma) ||
    tokens[last.head]!.upos === 'PROPN' ||
    /^(?:reporter|journalist|agency|television|broadcaster|conference|interview|briefing|day|week|night|month|council|parliament|group|newspaper)s?$/.test(
      lemma,
    )
  );
}

/** The content runs to the end of the sentence, or to a participle that goes on reporting. */
function contentEnd(tokens: readonly Token[], from: number): number {
  for (let i = from + 2; i < tokens.length - 1; i++) {
    if (
      tokens[i]!.form === ',' &&
      /^(?:adding|saying|noting|stressing|insisting|according)$/i.test(tokens[i + 1]!.form)
    )
      return i;
    if (tellsOn(tokens, i)) return i;
  }
  return tokens.length;
}

/** "denied that they had fired | and said …": a second cue without a subject begins a content of its own. */
function tellsOn(tokens: readonly Token[], i: number): boolean {
  if (!/^(?:and|but)$/i.test(tokens[i]!.form)) return false;
  const verb = tokens[i + 1]!.upos === 'ADV' ? tokens[i + 2] : tokens[i + 1];
  return (
    verb !== undefined &&
    /^VB[DZ]$/.test(verb.xpos) &&
    cuesOf(verb.lemma).some((e) => e.speech && e.take.includes('clause')) &&
    /^(?:say|add|tell|claim|deny|insist|accuse|warn|call|report|state|declare)$/.test(verb.lemma)
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
