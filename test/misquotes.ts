/** Every span in a value, however deep, whose words are not those of the text at its offsets. */
export function misquotes(value: unknown, text: string): object[] {
  if (typeof value !== 'object' || value === null) return [];
  const { start, end, text: words } = value as { start?: unknown; end?: unknown; text?: unknown };
  const isSpan = typeof start === 'number' && typeof end === 'number' && typeof words === 'string';
  const own = isSpan && text.slice(start, end) !== words ? [value] : [];
  return [...own, ...Object.values(value).flatMap((part) => misquotes(part, text))];
}
