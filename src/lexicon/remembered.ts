/** Answers kept; when there are more, all are forgotten, so that hostile input cannot fill memory. */
const MOST = 2000;

/** What `find` answered to this key before, or what it answers now. */
export function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= MOST) known.clear();
  const found = find();
  known.set(key, found);
  return found;
}
