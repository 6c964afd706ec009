import { readList } from '../lexicon/list.ts';
import type { Draft } from '../model/draft.ts';
import type { Token } from '../model/token.ts';
import { hashText, mix, ROLES, SPREAD, stamp } from '../parse/feature-hash.ts';
import type { Candidate } from './involved-candidate.ts';
import { coarse } from './involved-group.ts';

/** Most keys of a wording. */
export const WORDING_KEYS = 64;

/*
 * A participant goes by the words that tell best who it is: "masked gunmen" rather than "two masked gunmen" or "gunmen", a person by the
 * name without titles, a car by its owner.
 */

/** The words that may stand for a candidate: token ranges of its sentence. */
export function wordingsOf(draft: Draft, c: Candidate): [number, number][] {
  const { tokens } = draft.sentences[c.sentence]!;
  const found: [number, number][] = [];
  let least = Math.max(c.chunk.from, c.head - 9);
  // "heavily | armed men", "guerrilla | urban commandos"
  for (let k = 0; k < 2 && least > 0 && least === c.chunk.from - k; k++)
    if (/^(?:ADV|ADJ|NOUN|PROPN)$/.test(tokens[least - 1]!.upos) || tokens[least - 1]!.xpos === 'VBN')
      least--;
  for (let from = c.head; from >= least; from--) {
    const t = tokens[from]!;
    if (/^(?:PUNCT|DET|CCONJ|ADP|SCONJ|PRON)$/.test(t.upos) || t.xpos === 'PRP$') continue;
    found.push([from, c.head + 1]);
    if (c.of > 0) found.push([from, c.of]);
  }
  // "the mayor's car"
  if (tokens[c.chunk.from - 1]?.xpos === 'POS') {
    let owner = c.chunk.from - 1;
    while (
      owner > 0 &&
      c.chunk.from - owner < 6 &&
      tokens[owner - 1]!.end >= tokens[owner]!.start - 1 &&
      /^(?:PROPN|NOUN|ADJ|DET)$/.test(tokens[owner - 1]!.upos)
    )
      owner--;
    while (owner < c.chunk.from && tokens[owner]!.upos === 'DET') owner++;
    found.push([owner, c.head + 1]);
  }
  return found;
}

/** What a wording is chosen by beside its words: mentions of the group that could have it, mentions in all, and log-odds of its own. */
export interface WordingUse {
  readonly uses: number;
  readonly members: number;
  readonly odds: number;
}

/** Writes the keys of a wording of a candidate for one role, and says how many. */
export function wordingKeys(
  draft: Draft,
  c: Candidate,
  [from, to]: readonly [number, number],
  role: number,
  { uses, members, odds }: WordingUse,
  keys: Int32Array,
): number {
  const { tokens } = draft.sentences[c.sentence]!;
  const r = Math.imul(SPREAD[role + 1]!, ROLES[40]!);
  const lower = (i: number) => hashText((tokens[i]?.lemma ?? '').toLowerCase());
  const tag = (i: number) => hashText(tokens[i]?.xpos ?? '');
  const first = Math.imul(lower(from), ROLES[0]!);
  const firstTag = Math.imul(tag(from), ROLES[1]!);
  const before = Math.imul(from > 0 ? lower(from - 1) : 7, ROLES[2]!);
  const beforeTag = Math.imul(from > 0 ? tag(from - 1) : 7, ROLES[3]!);
  const inside = Math.imul(
    SPREAD[
      10 +
        (from <= c.chunk.from ? 1 : 0) +
        (from <= c.from ? 2 : 0) +
        (to > c.chunk.to ? 4 : 0) +
        (from < c.chunk.from ? 8 : 0)
    ]!,
    ROLES[4]!,
  );
  const size = Math.imul(SPREAD[30 + Math.min(8, to - from)]!, ROLES[5]!);
  const sort = Math.imul(hashText(c.sort), ROLES[6]!);
  const head = Math.imul(lower(c.head), ROLES[7]!);
  const share = Math.imul(
    SPREAD[50 + (members === 1 ? 9 : Math.min(4, Math.floor((4 * uses) / members)))]!,
    ROLES[8]!,
  );
  const many = Math.imul(SPREAD[60 + Math.min(4, uses)]!, ROLES[9]!);
  const strength = Math.imul(SPREAD[70 + coarse(odds)]!, ROLES[10]!);
  let names = 0;
  for (let i = from; i < to; i++) if (tokens[i]!.upos === 'PROPN') names++;
  const named = Math.imul(
    SPREAD[80 + Math.min(4, names) * 3 + (names === to - from ? 2 : names > 0 ? 1 : 0)]!,
    ROLES[11]!,
  );
  const remains = Math.imul(SPREAD[100 + Math.min(5, Math.max(0, from - c.from))]!, ROLES[12]!);
  const possible = Math.imul(mix(c.of > 0 ? lower(c.of - 1) : 3), ROLES[13]!);
  const capital = Math.imul(SPREAD[120 + caseOf(tokens[from]) * 3 + caseOf(tokens[from - 1])]!, ROLES[14]!);
  const title = Math.imul(
    SPREAD[140 + (isTitle(tokens[from]) ? 1 : 0) + (isTitle(tokens[from - 1]) ? 2 : 0)]!,
    ROLES[15]!,
  );
  let n = 0;
  keys[n++] = (r + capital) | 0;
  keys[n++] = (r + capital + named) | 0;
  keys[n++] = (r + capital + sort + inside) | 0;
  keys[n++] = (r + title + capital) | 0;
  keys[n++] = (r + title + sort) | 0;
  keys[n++] = r;
  keys[n++] = (r + inside) | 0;
  keys[n++] = (r + size) | 0;
  keys[n++] = (r + first) | 0;
  keys[n++] = (r + firstTag) | 0;
  keys[n++] = (r + before) | 0;
  keys[n++] = (r + beforeTag) | 0;
  keys[n++] = (r + firstTag + beforeTag) | 0;
  keys[n++] = (first + before) | 0;
  keys[n++] = (r + first + beforeTag) | 0;
  keys[n++] = (r + before + firstTag) | 0;
  keys[n++] = (r + sort + inside) | 0;
  keys[n++] = (r + head + inside) | 0;
  keys[n++] = (r + sort + size) | 0;
  keys[n++] = (r + head + size) | 0;
  keys[n++] = (r + share) | 0;
  keys[n++] = (r + share + inside) | 0;
  keys[n++] = (r + many + size) | 0;
  keys[n++] = (r + many + inside) | 0;
  keys[n++] = (r + strength) | 0;
  keys[n++] = (r + named) | 0;
  keys[n++] = (r + named + inside) | 0;
  keys[n++] = (r + named + sort) | 0;
  keys[n++] = (r + remains) | 0;
  keys[n++] = (r + remains + firstTag + inside) | 0;
  keys[n++] = (r + inside + firstTag + beforeTag) | 0;
  keys[n++] = (r + head + first) | 0;
  keys[n++] = (r + head + (to > c.chunk.to ? possible : 0)) | 0;
  keys[n++] = (r + inside + possible) | 0;
  return stamp(keys, n);
}

function caseOf(token: Token | undefined): number {
  return token === undefined || !/^\p{L}/u.test(token.form) ? 2 : /^\p{Lu}/u.test(token.form) ? 1 : 0;
}

function isTitle(token: Token | undefined): boolean {
  return (
    token !== undefined && readList('lexicon/title.txt').has(token.form.toLowerCase().replace(/\.$/u, ''))
  );
}
