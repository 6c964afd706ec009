import { KINDS } from '../lexicon/gazetteer-layout.ts';
import type { Token } from '../model/token.ts';
import { hashText, mix, SPREAD } from '../parse/feature-hash.ts';
import type { PlaceCandidate } from './place-candidate.ts';
import { DEMONYM, isCalendar, isCapital, lastOfName, styleOf } from './place-guard.ts';
import { placeLexicon } from './place-lexicon.ts';
import type { Named } from './place-option.ts';

/** Most signs a candidate can have. */
export const MOST_SIGNS = 64;

const LOCATOR = 1;
const SPEECH = /^(?:said|says|told|tweeted|wrote|added|explained|replied)$/;

/**
 * What speaks for or against a candidate being the name of a place, as keys of weights: the words and tags around it ("in X", "X said",
 * "X County Sheriff"), capitals beside it, the kind and size of the places of that name, whether the text has a person of that name.
 * Fills `keys` and returns how many there are.
 */
export function ownSigns(
  candidate: PlaceCandidate,
  named: Named,
  persons: ReadonlySet<string>,
  keys: Int32Array,
): number {
  const { sentence, from, to, directed } = candidate;
  const { tokens } = sentence;
  const lexicon = placeLexicon();
  const first = tokens[from]!;
  const last = tokens[to - 1]!;
  const before = tokens[directed - 1];
  const after = tokens[to];
  const top = named.options[0]?.place;
  const kind = top === undefined ? 6 : KINDS.indexOf(top.kind);
  const size = top === undefined ? 0 : Math.min(15, Math.floor(Math.log10(top.people + 10) * 2));
  const kindSize = kind * 16 + size;
  const left = caseOf(before, first);
  const right = caseOf(after, undefined);
  const locator = before !== undefined && lexicon.locators.has(before.form.toLowerCase()) ? LOCATOR : 0;
  const ambiguous = lexicon.ambiguous.has(candidate.key) ? 1 : 0;
  const person = persons.has(last.form.toLowerCase()) && to - from === 1 ? 1 : 0;
  const name = candidate.inName ? 1 : 0;
  const common = first.upos !== 'PROPN' ? 1 : 0;
  const single = to - from === 1 ? 1 : 0;
  let n = 0;
  const sign = (template: number, value: number) => {
    keys[n++] = mix(value ^ SPREAD[template]!);
  };
  const word = (token: Token | undefined) => (token === undefined ? 7 : hashText(token.form.toLowerCase()));
  sign(0, kindSize);
  sign(1, Math.min(4, to - from) * 8 + kind);
  sign(2, Math.min(12, named.options.length) * 8 + kind);
  sign(3, shapeOf(candidate) * 4 + STYLES[styleOf(sentence)]);
  sign(4, hashText(sentence.kind) + Math.min(3, from));
  sign(5, word(before));
  sign(6, word(after));
  sign(7, word(before) + Math.imul(word(tokens[directed - 2]), 31));
  sign(8, word(after) + Math.imul(word(tokens[to + 1]), 31));
  sign(9, hashText(before?.xpos ?? '') + name);
  sign(10, hashText(after?.xpos ?? '') + name);
  sign(11, hashText(first.xpos) + Math.imul(hashText(last.xpos), 3));
  sign(12, left * 8 + right);
  sign(13, (left * 8 + right) * 128 + kindSize);
  sign(14, (ambiguous * 2 + locator) * 8 + kind);
  sign(15, (candidate.designator === null ? -1 : KINDS.indexOf(candidate.designator)) * 2 + name);
  sign(16, directed < from ? 1 : 0);
  sign(17, hashText(last.deprel) + name);
  sign(18, word(tokens[last.head]));
  sign(19, hashText(last.deprel) + Math.imul(hashText(tokens[last.head]?.upos ?? ''), 3));
  sign(20, person * 128 + kindSize);
  sign(21, named.within === null ? 0 : 1 + kind);
  sign(22, candidate.landmark === null ? 0 : hashText(candidate.landmark.word));
  sign(23, candidate.landmark === null ? 0 : hashText(candidate.landmark.precision) + right);
  sign(24, candidate.similar ? 1 + kind : 0);
  sign(25, name * 128 + kindSize);
  sign(26, name === 0 ? 0 : word(lastOfName(tokens, to)));
  sign(27, (from === 0 ? 1 : 0) * 256 + common * 128 + kindSize);
  sign(28, (common * 2 + ambiguous) * 2 + locator);
  sign(29, single * 4 + (isCalendar(first.form) ? 2 : 0) + (SPEECH.test(after?.form ?? '') ? 1 : 0));
  sign(30, (single * 2 + locator) * 128 + kindSize);
  sign(
    31,
    (left === UPPER && before !== undefined && lexicon.titles.has(before.form.toLowerCase()) ? 2 : 0) +
      locator,
  );
  sign(32, hashText(after?.xpos ?? '') + Math.imul(left * 8 + right, 5));
  sign(33, hashText(before?.xpos ?? '') + Math.imul(kindSize, 5));
  sign(34, first.form === first.form.toUpperCase() ? 1 + Math.min(6, first.form.length) : 0);
  sign(35, 0);
  const speaks = after !== undefined && (SPEECH.test(after.form) || lexicon.speech.has(after.lemma)) ? 1 : 0;
  sign(36, ((speaks * 2 + (top?.capital === true ? 1 : 0)) * 2 + person) * 128 + kindSize);
  const tagged = nameAt(candidate);
  sign(38, tagged);
  sign(39, tagged * 128 + kindSize);
  sign(58, tagged * 64 + left * 8 + right);
  sign(59, (tagged * 2 + locator) * 8 + kind);
  sign(37, (DEMONYM.test(last.form) ? 8 : 0) + kind);
  return n;
}

/** What the rest of the document adds: how sure its other uses are, how well its place lies among the others'. Appends to `keys`. */
export function sharedSigns(
  candidate: PlaceCandidate,
  document: {
    readonly uses: number;
    readonly surest: number;
    readonly mean: number;
    readonly signs: readonly number[] | undefined;
    readonly share: number;
    readonly size: number;
  },
  keys: Int32Array,
  from: number,
): number {
  let n = from;
  const sign = (template: number, value: number) => {
    keys[n++] = mix(value ^ SPREAD[template]!);
  };
  const name = candidate.inName ? 1 : 0;
  const surest = Math.min(9, Math.floor(document.surest * 10));
  const mean = Math.min(9, Math.floor(document.mean * 10));
  sign(40, Math.min(6, document.uses) * 16 + surest);
  sign(41, surest * 16 + mean);
  sign(42, surest * 2 + name);
  const size = Math.min(15, Math.floor(Math.log10(document.size + 10) * 2));
  document.signs?.forEach((value, at) => {
    const step = Math.round(value * 2);
    sign(43 + at, step);
    if (at < 6) sign(50 + at, step * 16 + size);
  });
  sign(57, Math.floor(document.share * 5));
  return n;
}

const NAMES = { person: 1, organisation: 2, place: 3, other: 4 } as const;

/** What the tagger of names says of the words: nothing, or a kind, whether of just these words, of more or of fewer, and how surely. */
function nameAt({ sentence, from, to }: PlaceCandidate): number {
  for (const name of sentence.names ?? []) {
    if (name.to <= from || name.from >= to) continue;
    const fit = name.from === from && name.to === to ? 0 : name.from <= from && name.to >= to ? 1 : 2;
    const sure = name.score > 0.9 ? 2 : name.score > 0.6 ? 1 : 0;
    return (NAMES[name.kind] * 3 + fit) * 3 + sure;
  }
  return 0;
}

const STYLES = { plain: 0, title: 1, capitals: 2 } as const;
const UPPER = 2;

/** How a neighbour is written: 0 none, 1 lower case, 2 a capital, 3 a number, 4 comma, 5 another mark, 6 possessive. */
function caseOf(token: Token | undefined, next: Token | undefined): number {
  if (token === undefined) return 0;
  const { form } = token;
  if (isCapital(form)) return next !== undefined && next.start - token.end > 1 ? 5 : UPPER;
  if (/^\p{L}/u.test(form)) return 1;
  if (/^\d/.test(form)) return 3;
  if (form === ',') return 4;
  return /^['’]s?$/.test(form) ? 6 : 5;
}

function shapeOf({ sentence, from, to }: PlaceCandidate): number {
  let shape = 0;
  for (let at = from; at < to; at++) {
    const { form } = sentence.tokens[at]!;
    if (/^\p{Lu}{2,}$/u.test(form)) shape |= 1;
    else if (/^\p{Lu}/u.test(form)) shape |= 2;
    else if (/^\p{Ll}/u.test(form)) shape |= 4;
    else shape |= 8;
  }
  return shape;
}
