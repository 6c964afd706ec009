/** A stretch of text that something says something about. */
export interface Mark<T> {
  readonly start: number;
  readonly end: number;
  readonly tag: T;
}

/** A stretch in which the same marks hold throughout, with those marks in the order given. */
export interface Segment<T> {
  readonly start: number;
  readonly end: number;
  readonly tags: readonly T[];
}

/**
 * Cuts `start..end` at every edge of every mark, and at `further` offsets, so that overlapping marks become segments in a row.
 * The segments cover the whole stretch, in order, without gaps. Marks outside it, and empty ones, are left out.
 */
export function cutSegments<T>(
  start: number,
  end: number,
  marks: readonly Mark<T>[],
  further: Iterable<number> = [],
): readonly Segment<T>[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start && mark.start < mark.end);
  const edges = new Set([start, end]);
  for (const mark of inside) {
    edges.add(Math.max(start, mark.start));
    edges.add(Math.min(end, mark.end));
  }
  for (const offset of further) if (offset > start && offset < end) edges.add(offset);
  const cuts = [...edges].sort((a, b) => a - b);
  const segments: Segment<T>[] = [];
  for (let index = 0; index + 1 < cuts.length; index++) {
    const [from, to] = [cuts[index]!, cuts[index + 1]!];
    const tags = inside.filter((mark) => mark.start <= from && mark.end >= to).map((mark) => mark.tag);
    segments.push({ start: from, end: to, tags });
  }
  return segments;
}
