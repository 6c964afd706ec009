import { ROOT_KIND, type TagTable } from '../src/parse/parse-input.ts';
import { POS_LIMIT, type RelationTable, relationSlot } from '../src/parse/relation-scorer.ts';
import type { GoldTree } from './oracle.ts';

/** A relation that fewer of a pair's arcs have is not weighed for it: mostly slips of annotation. */
const RARE = 0.001;

/** Counts which relations join which parts of speech; a pair never seen may have any relation but the root's. */
export function countRelations(
  table: TagTable,
  tags: readonly Uint8Array[],
  trees: readonly GoldTree[],
  relationCount: number,
  root: number,
): RelationTable {
  const slots = POS_LIMIT * POS_LIMIT * 2;
  const counts = Array.from({ length: slots }, () => new Int32Array(relationCount));
  trees.forEach((tree, k) => {
    const kind = (i: number): number => (i === tags[k]!.length ? ROOT_KIND : table.pos[tags[k]![i]!]!);
    tree.heads.forEach((head, d) => {
      counts[relationSlot(kind(head), kind(d), head > d)]![tree.rels[d]!]! += 1;
    });
  });
  const any = Array.from({ length: relationCount }, (_, r) => r).filter((r) => r !== root);
  return counts.map((seen) => {
    const least = seen.reduce((sum, n) => sum + n, 0) * RARE;
    const list = any.filter((r) => seen[r]! > least).sort((a, b) => seen[b]! - seen[a]! || a - b);
    return Uint8Array.from(list.length > 0 ? list : any);
  });
}
