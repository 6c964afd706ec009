import type { Operator } from '../model/quantity.ts';
import { quantityLexicon } from './quantity-lexicon.ts';
import { numberAt } from './quantity-number.ts';
import { isDash, phraseAt, type Unit } from './quantity-unit.ts';

/** A count before its operators are applied: units `from` to `next`, and what the words themselves bind. */
export interface Core {
  readonly kind: 'number' | 'range' | 'vague' | 'fraction' | 'none';
  readonly min: number | null;
  readonly max: number | null;
  readonly op: Operator;
  readonly next: number;
  /** Written in digits alone. */
  readonly digits: boolean;
}

/** The count that begins at unit `i`, or null: "no", "a few dozen", "half of", "between 20 and 30", "3,000-3,500", "275". */
export function coreAt(all: readonly Unit[], i: number): Core | null {
  return noneAt(all, i) ?? fractionAt(all, i) ?? vagueAt(all, i) ?? rangeAt(all, i) ?? singleAt(all, i);
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

function vagueAt(all: readonly Unit[], i: number): Core | null {
  const found = phraseAt(quantityLexicon().vague, all, i);
  if (found === null) return null;
  if (all[i]!.upos === 'VERB' || (all[i]!.lower === 'scores' && all[found.next]?.lower !== 'of')) return null;
  if (
    /^(?:as|the|very|so|too|how)$/.test(all[i - 1]?.lower ?? '') &&
    /^(?:many|part|several)$/.test(all[i]!.lower)
  ) {
    return null;
  }
  const next = all[found.next - 1]!.lower === 'of' ? found.next - 1 : found.next;
  return { kind: 'vague', ...found.value, op: 'vague', next, digits: false };
}

/** Two numbers bound as limits: "between 200 and 300", "250 to 300", "3,000-3,500", "two or three", "2 to 3 million". */
function rangeAt(all: readonly Unit[], i: number): Core | null {
  const between = all[i]?.lower === 'between';
  const low = numberAt(all, between ? i + 1 : i);
  if (low === null) return null;
  const link = all[low.next];
  const fits = between
    ? link?.lower === 'and' || link?.lower === 'to'
    : (link?.lower === 'to' && all[i - 1]?.lower !== 'from') || link?.lower === 'or' || glue(all, low.next);
  const high = fits ? numberAt(all, low.next + 1) : null;
  if (high === null) return null;
  const scale = quantityLexicon().scales.get(all[high.next - 1]!.lower) ?? 1;
  const min = low.value < scale && low.value * scale < high.value ? low.value * scale : low.value;
  if (min >= high.value || (link?.lower === 'or' && high.value > min * 2)) return null;
  const digits = low.digits && high.digits;
  return { kind: 'range', min, max: high.value, op: 'between', next: high.next, digits };
}

function glue(all: readonly Unit[], at: number): boolean {
  return isDash(all[at]) && all[at]!.glued && all[at + 1]?.glued === true && /^\d/.test(all[at + 1]!.form);
}

function singleAt(all: readonly Unit[], i: number): Core | null {
  const read = numberAt(all, i);
  if (read === null) return null;
  return {
    kind: 'number',
    min: read.value,
    max: read.value,
    op: 'exactly',
    next: read.next,
    digits: read.digits,
  };
}
