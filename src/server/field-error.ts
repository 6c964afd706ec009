import type { z } from 'zod';

/** What an issue says of each field. Where no form of a choice fits, the one meant is the one that came furthest into the value. */
export function fieldErrors(
  issue: z.core.$ZodIssue,
  above: readonly PropertyKey[] = [],
): { path: string; message: string }[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.message === 'Invalid input') {
    const depth = (issues: readonly z.core.$ZodIssue[]) =>
      Math.max(0, ...issues.map((one) => one.path.length));
    const meant = issue.errors.reduce<z.core.$ZodIssue[]>((a, b) => (depth(b) > depth(a) ? b : a), []);
    if (meant.length > 0) return meant.flatMap((one) => fieldErrors(one, path));
  }
  return [{ path: path.map(String).join('.'), message: issue.message }];
}
