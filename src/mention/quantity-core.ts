import type { Operator } from '../model/quantity.ts';
import { quantityLexicon } from './quantity-lexicon.ts';
import { numberAt } from './quantity-number.ts';
import { isDash, phraseAt, type Unit } from './quantity-unit.ts';

/** A count before its operators are applied: units `from` to `next`, and what the words themselves bind. */
export interface Core {
  readonly kind: 'number' | 'range' | 'vague' | 'fraction' | 'ratio' | 'none';
  readonly min: number | null;
  readonly max: number | null;
  readonly op: Operator;
  readonly next: number;
  /** Written in digits alone. */
  readonly digits: boolean;
}

/** The count that begins at unit `i`, or null: "no", "a few dozen", "half of", "between 20 and 30", "3,000-3,500", "275". */
export function coreAt(all: readonly Unit[], i: number): Core | null {
  return (
    noneAt(all, i) ??
    fractionAt(all, i) ??
    vagueAt(all, i) ??
    rangeAt(all, i) ??
    ratioAt(all, i) ??
    bothAt(all, i) ??
    singleAt(all, i)
  );
}

function noneAt(all: readonly Unit[], i: number): Core | null {
  const found = phraseAt(quantityLexicon().none, all, i);
  if (found === null) return null;
  if (isDash(all[found.next]) && all[found.next]!.glued) return null;
  const next = all[found.next - 1]!.lower === 'of' ? found.next - 1 : found.next;
  return { kind: 'none', min: 0, max: 0, op: 'exactly', next, digits: false };
}

/** A fraction divides what follows "of" or a determiner: "half of the city", "half the city"; else it is no count. */
function fractionAt(all: readonly Unit[], i: number): Core | null {
  const found = phraseAt(quantityLexicon().fractions, all, i);
  if (found === null) return null;
  const next = all[found.next]?.lower ?? '';
  if (next !== 'of' && !(all[i]!.lower === 'half' && /^(?:the|its|their|his|her)$/.test(next))) return null;
  const { percent, op } = found.value;
  return { kind: 'fraction', min: percent, max: percent, op, next: found.next, digits: false };
}

/** What may stand behind "scores" where they are people or things, not points. */
const SCORES = /^(?:of|were|are|have|had|more|dead|wounded|injured|killed|died|fled)$/;

function vagueAt(all: readonly Unit[], i: number): Core | null {
  const found = phraseAt(quantityLexicon().vague, all, i);
  if (found === null) return null;
  if (all[i - 1]?.lower === 'not' && all[i - 2]?.lower === 'if') return null;
  if (all[i]!.upos === 'VERB' || (all[i]!.lower === 'scores' && !SCORES.test(all[found.next]?.lower ?? '')))
    return null;
  if (
    /^(?:as|the|very|so|too|how)$/.test(all[i - 1]?.lower ?? '') &&
    /^(?:many|part|several)$/.test(all[i]!.lower)
  ) {
    return null;
  }
  const next = all[found.next - 1]!.lower === 'of' ? found.next - 1 : found.next;
  return { kind: 'vague', ...found.value, op: 'vague', next, digits: false };
}

/** "One in five children", "nine out of ten homes": a share in percent. */
function ratioAt(all: readonly Unit[], i: number): Core | null {
  const part = numberAt(all, i);
  if (part === null || !Number.isInteger(part.value) || part.value < 1) return null;
  const link = all[part.next]?.lower;
  const out = link === 'out' && all[part.next + 1]?.lower === 'of';
  if (!out && (link !== 'in' || (part.digits && all[i - 1]?.lower === 'the'))) return null;
  const whole = numberAt(all, part.next + (out ? 2 : 1));
  const common = whole !== null && /^(?:5|10|20|100)$/.test(String(whole.value));
  if (!out && !common && (part.value > 3 || part.digits)) return null;
  if (!out && whole !== null && all[whole.next]?.upos !== 'NOUN') return null;
  if (whole === null || whole.value <= part.value || whole.value > 100) return null;
  const percent = Math.round((1000 * part.value) / whole.value) / 10;
  const exact = (100 * part.value) % whole.value === 0;
  return {
    kind: 'ratio',
    min: percent,
    max: percent,
    op: exact ? 'exactly' : 'about',
    next: whole.next,
    digits: false,
  };
}

/** "Both pilots" are two; "both soldiers and civilians" and "both sides" count nothing. */
function bothAt(all: readonly Unit[], i: number): Core | null {
  if (all[i]?.lower !== 'both') return null;
  const noun = all[i + 1];
  if (noun?.xpos !== 'NNS' || /^(?:and|or)$/.test(all[i + 2]?.lower ?? '')) return null;
  if (quantityLexicon().pairs.has(noun.lower)) return null;
  return { kind: 'number', min: 2, max: 2, op: 'exactly', next: i + 1, digits: false };
}

const CHANGE =
  /^(?:r[io]se[ns]?|rising|f[ae]ll(?:en|s)?|falling|gr[eo]wn?|drop\w*|increas\w+|decreas\w+|jump\w*|climb\w*|cut|reduc\w+|up|down|rais\w+|lower\w*|sw[eo]ll\w*|shr[aiu]nk|went|gone|turn\w*|range\w*)$/;

/** "From 200 to 250 people were held" bounds a count; "rose from 200 to 250" tells two of them. */
function fromBinds(all: readonly Unit[], i: number): boolean {
  if (all[i]?.lower !== 'from') return false;
  for (let k = Math.max(0, i - 5); k < i; k++) if (CHANGE.test(all[k]!.lower)) return false;
  return true;
}

/** Two numbers bound as limits: "between 200 and 300", "250 to 300", "3,000-3,500", "two or three", "2 to 3 million". */
function rangeAt(all: readonly Unit[], i: number): Core | null {
  const lead = all[i]?.lower === 'anywhere' && all[i + 1]?.lower === 'from' ? i + 1 : i;
  const from = fromBinds(all, lead);
  const between = all[i]?.lower === 'between' || from;
  const low = numberAt(all, between ? lead + 1 : i);
  if (low === null) return null;
  const link = all[low.next];
  const fits = between
    ? (link?.lower === 'and' && !from) || link?.lower === 'to'
    : (link?.lower === 'to' && all[i - 1]?.lower !== 'from') || link?.lower === 'or' || glue(all, low.next);
  const high = fits ? numberAt(all, low.next + 1) : null;
  if (high === null) return null;
  const scale = quantityLexicon().scales.get(all[high.next - 1]!.lower) ?? 1;
  const min = low.value < scale && low.value * scale < high.value ? low.value * scale : low.value;
  if (min >= high.value || (link?.lower === 'or' && high.value > min * 2)) return null;
  if (from && !/^(?:NOUN|PROPN|ADJ)$/.test(all[high.next]?.upos ?? '')) return null;
  const digits = low.digits && high.digits;
  return { kind: 'range', min, max: high.value, op: 'between', next: high.next, digits };
}

function glue(all: readonly Unit[], at: number): boolean {
  return isDash(all[at]) && all[at]!.glued && all[at + 1]?.glued === true && /^\d/.test(all[at + 1]!.form);
}

function singleAt(all: readonly Unit[], i: number): Core | null {
  const read = numberAt(all, i);
  if (read === null) return null;
  const strong = isDash(all[read.next]) && all[read.next + 1]?.lower === 'strong';
  if (strong) return { ...whole(read.value), next: read.next + 2, digits: false };
  return { ...whole(read.value), next: read.next, digits: read.digits };
}

function whole(value: number): Pick<Core, 'kind' | 'min' | 'max' | 'op'> {
  return { kind: 'number', min: value, max: value, op: 'exactly' };
}
