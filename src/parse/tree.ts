import type { Token } from '../model/token.ts';

const cache = new WeakMap<readonly Token[], readonly (readonly number[])[]>();

/** Children of every token, in order; made once for a sentence. */
export function childrenOf(tokens: readonly Token[]): readonly (readonly number[])[] {
  const known = cache.get(tokens);
  if (known !== undefined) return known;
  const made: number[][] = tokens.map(() => []);
  for (const [i, token] of tokens.entries()) if (token.head >= 0) made[token.head]!.push(i);
  cache.set(tokens, made);
  return made;
}

/** Children of `at` whose relation is one of `relations`; "nsubj" also finds "nsubj:pass", "nsubj!" only itself. */
export function dependents(tokens: readonly Token[], at: number, ...relations: readonly string[]): number[] {
  return childrenOf(tokens)[at]!.filter((i) => relations.some((r) => isRelation(tokens[i]!.deprel, r)));
}

/** Whether a relation is `wanted` or a sub-type of it; a trailing "!" asks for the relation itself only. */
export function isRelation(deprel: string, wanted: string): boolean {
  if (wanted.endsWith('!')) return deprel === wanted.slice(0, -1);
  return deprel === wanted || deprel.startsWith(`${wanted}:`);
}

/** Indices of the subtree of `at`, in order, without the subtrees of `without`. */
export function subtree(
  tokens: readonly Token[],
  at: number,
  without: ReadonlySet<number> = new Set(),
): number[] {
  const children = childrenOf(tokens);
  const found: number[] = [];
  const open = [at];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (without.has(next) && next !== at) continue;
    found.push(next);
    open.push(...children[next]!);
  }
  return found.sort((a, b) => a - b);
}

/** Whether `below` hangs somewhere under `above`, or is it. */
export function hangsFrom(tokens: readonly Token[], below: number, above: number): boolean {
  for (let i = below; i >= 0; i = tokens[i]!.head) if (i === above) return true;
  return false;
}

/** Maximal runs of neighbouring indices, as [first, last] pairs. */
export function runs(indices: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const i of indices) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === i - 1) last[1] = i;
    else found.push([i, i]);
  }
  return found;
}
