import type { Quantity } from '../model/quantity.ts';

/** The numbers a count allows; `high` may be Infinity. */
export interface Count {
  readonly low: number;
  readonly high: number;
}

/** How far "about" reaches to either side, as a part of the number. */
const ABOUT = 0.1;

/**
 * The numbers that a quantity can mean. "About 250" reaches a tenth to either side; "more than 90 percent" says that it was not
 * all, so a percentage under a lower bound stays below 100. Null when the words bind nothing.
 */
export function countOf(quantity: Quantity): Count | null {
  const { op, min, max } = quantity;
  if (min === null && max === null) return null;
  const share = /\bper ?cent(?:age)?\b/i.test(quantity.of ?? '');
  const top = share ? 99 : Number.POSITIVE_INFINITY;
  switch (op) {
    case 'about':
      return { low: (min ?? max!) * (1 - ABOUT), high: (max ?? min!) * (1 + ABOUT) };
    case 'more-than':
      return { low: share ? (min ?? 0) : (min ?? 0) + 1, high: max ?? Math.max(top, min ?? 0) };
    case 'at-least':
      return { low: min ?? 0, high: max ?? Math.max(top, min ?? 0) };
    default:
      return { low: min ?? 0, high: max ?? Number.POSITIVE_INFINITY };
  }
}

/** How far apart two counts lie, as a part of the larger nearest bound; 0 when some number fits both. */
export function gap(a: Count, b: Count): number {
  const [lower, upper] = a.low <= b.low ? [a, b] : [b, a];
  return lower.high >= upper.low ? 0 : (upper.low - lower.high) / upper.low;
}

/** The count as a short answer: "275", "about 250", "more than 3,000", "200 to 300". */
export function sayCount(quantity: Quantity): string {
  const { op, min, max } = quantity;
  const share = /\bper ?cent(?:age)?\b/i.test(quantity.of ?? '') ? ' percent' : '';
  const say = (value: number | null): string => `${group(value ?? 0)}${share}`;
  switch (op) {
    case 'exactly':
      return say(min ?? max);
    case 'about':
      return min !== null && max !== null && min !== max
        ? `about ${group(min)} to ${say(max)}`
        : `about ${say(min ?? max)}`;
    case 'at-least':
      return `at least ${say(min)}`;
    case 'more-than':
      return `more than ${say(min)}`;
    case 'up-to':
      return `up to ${say(max)}`;
    case 'fewer-than':
      return `fewer than ${group((max ?? 0) + 1)}${share}`;
    case 'between':
      return `${group(min ?? 0)} to ${say(max)}`;
    case 'vague':
      if (min === null) return max === null ? 'some' : `at most ${say(max)}`;
      return max === null ? `${say(min)} or more` : `${group(min)} to ${say(max)}`;
  }
}

/** Digits in groups of three with commas. */
function group(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');
}
