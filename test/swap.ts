/** Replaces whole words and names by a table, longest first, each place once. */
export function swap(text: string, table: Readonly<Record<string, string>>): string {
  const keys = Object.keys(table).sort((a, b) => b.length - a.length);
  if (keys.length === 0) return text;
  const escaped = keys.map((k) => k.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
    (m) => table[m]!,
  );
}

/** The paragraphs in another order: `order` lists their indices, those not listed follow. */
export function reorder(text: string, order: readonly number[]): string {
  const parts = text.split('\n').filter((p) => p.trim() !== '');
  const first = order.flatMap((i) => parts[i] ?? []);
  return [...first, ...parts.filter((_, i) => !order.includes(i))].join('\n\n');
}
