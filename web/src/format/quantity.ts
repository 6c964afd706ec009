import type { Quantity } from '../../../src/model/quantity.ts';
import { strings } from '../strings.ts';

/** What a count binds, in words: "about 275 fighters", "at least 3,000", "between 10 and 20". */
export function bounds(quantity: Quantity): string {
  const [min, max] = [quantity.min, quantity.max].map((n) => (n === null ? null : n!.toLocaleString('en')));
  const range = min !== null && max !== null && min !== max ? `${min}–${max}` : (min ?? max ?? '');
  return [strings.operator[quantity.op], range, quantity.of].filter(Boolean).join(' ');
}
