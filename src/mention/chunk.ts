import type { Token } from '../model/token.ts';

/** A base noun phrase: tokens [from, to) of its sentence, determiner to head; `head` is the index of its last noun. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly pronoun: boolean;
}

/*
 * A base noun phrase runs from its determiner to its last noun, without a preposition or clause: "the final batch", "around 275
 * local fighters", "U.S. Defense Secretary Jim Mattis". A possessor is a phrase of its own: "the SDF" in "the SDF's claim".
 * Tags decide, since they are surer than the parse.
 */

const NOMINAL = new Set(['ADJ', 'NUM', 'NOUN', 'PROPN', 'SYM']);
const NUMERIC =
  /^(?:over|around|about|some|nearly|almost|up|to|more|less|fewer|than|at|least|as|many|roughly|approximately|between|and|only|just|mostly|mainly)$/i;

/** Base noun phrases of a sentence, in order. They never overlap. */
export function chunks(tokens: readonly Token[]): Chunk[] {
  const found: Chunk[] = [];
  let i = 0;
  while (i < tokens.length) {
    const to = endOf(tokens, i);
    let head = to - 1;
    while (head >= i && tokens[head]!.upos !== 'NOUN' && tokens[head]!.upos !== 'PROPN') head--;
    if (head >= i) {
      found.push({ from: i, to: head + 1, head, pronoun: false });
      i = tokens[head + 1]?.xpos === 'POS' ? head + 2 : head + 1;
    } else if (tokens[i]!.upos === 'PRON' || isBareDeterminer(tokens, i, to)) {
      found.push({ from: i, to: i + 1, head: i, pronoun: true });
      i++;
    } else i = Math.max(i + 1, to);
  }
  return found;
}

/** "Some had left", "captured most of the town": a determiner that stands for its noun. */
function isBareDeterminer(tokens: readonly Token[], i: number, to: number): boolean {
  const token = tokens[i]!;
  const bare =
    token.upos === 'DET' ||
    (token.upos === 'NUM' && tokens[to]?.form === 'of') ||
    /^(?:most|many|few|several|half|some|all|much|part|parts)$/i.test(token.form);
  return to === i + 1 && bare && /^(?:nsubj|obj|obl|root|conj)/.test(token.deprel);
}

function endOf(tokens: readonly Token[], start: number): number {
  let i = start;
  let noun = false;
  for (; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.upos === 'DET' || isPossessive(token)) {
      if (i > start) return i;
    } else if (NOMINAL.has(token.upos) || isParticle(tokens, i)) {
      if (noun && token.upos === 'ADJ' && !isHyphen(tokens, i - 1) && !inName(tokens, i)) return i;
      noun = token.upos === 'NOUN' || token.upos === 'PROPN';
    } else if (isHyphen(tokens, i) && i > start) noun = false;
    else if (!isModifier(tokens, i, start)) return i;
  }
  return i;
}

/** "Raqqa | Civilian | Council": a capital between capitals is part of the name whatever its tag. */
function inName(tokens: readonly Token[], i: number): boolean {
  return [i - 1, i, i + 1].every((k) => /^\p{Lu}/u.test(tokens[k]?.form ?? ''));
}

function isPossessive(token: Token): boolean {
  return token.xpos === 'PRP$' || token.xpos === 'WP$';
}

/** "Ansar | al | - | Nour", "Hassan | bin | Ali": a small word inside a name. */
function isParticle(tokens: readonly Token[], i: number): boolean {
  if (!/^(?:al|el|ar|as|ash|an|ad|bin|ibn|bint|abu|de|da|van|von|der)$/.test(tokens[i]!.form)) return false;
  const next = tokens[i + 1]?.form === '-' ? tokens[i + 2] : tokens[i + 1];
  return (
    /^\p{Lu}/u.test(next?.form ?? '') &&
    (tokens[i + 1]?.form === '-' || /^\p{Lu}/u.test(tokens[i - 1]?.form ?? ''))
  );
}

/** A hyphen that joins a compound ("U.S.-backed"), not a dash between words. */
function isHyphen(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || token.form !== '-') return false;
  return tokens[i - 1]?.end === token.start && tokens[i + 1]?.start === token.end;
}

/** A participle before its noun ("besieged fighters", "U.S.-backed men"), or the words that bind a number ("more than 300"). */
function isModifier(tokens: readonly Token[], i: number, start: number): boolean {
  const token = tokens[i]!;
  if (isHyphen(tokens, i - 1)) return true;
  if (/^VB[NG]$/.test(token.xpos) || token.upos === 'ADV') {
    const next = tokens[i + 1];
    const before = tokens[i - 1];
    const opens =
      i === start ||
      before?.upos === 'DET' ||
      before?.upos === 'ADJ' ||
      before?.upos === 'ADV' ||
      isPossessive(before!);
    if (
      /^VB/.test(token.xpos) &&
      opens &&
      token.deprel === 'amod' &&
      next !== undefined &&
      NOMINAL.has(next.upos)
    )
      return true;
  }
  return NUMERIC.test(token.form) && bindsNumber(tokens, i);
}

function bindsNumber(tokens: readonly Token[], i: number): boolean {
  for (let k = i + 1; k < Math.min(tokens.length, i + 4); k++) {
    if (tokens[k]!.upos === 'NUM') return true;
    if (!NUMERIC.test(tokens[k]!.form) && tokens[k]!.upos !== 'DET') return false;
  }
  return false;
}
