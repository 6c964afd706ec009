import { mix, SPREAD } from '../parse/feature-hash.ts';
import type { Passage } from './passage.ts';

/** How each word hangs by the tree from the words between a cue and its root. */
export interface Branches {
  /** Top of the branch a word belongs to, a child of the path; the word itself on the path; -1 in other sentences. */
  readonly top: Int32Array;
  /** Steps from the cue up to where the branch hangs, at most 6. */
  readonly up: Int32Array;
  /** Second word of the branch on the way down, or -1. */
  readonly second: Int32Array;
  readonly third: Int32Array;
  /** The word of the path the branch hangs on. */
  readonly joint: Int32Array;
  /** Relation of the branch to the path with the number of steps up, spread; and the same with the second relation. */
  readonly name: Int32Array;
  readonly name2: Int32Array;
  readonly name3: Int32Array;
}

const FAR = 0x2545f491;
const ON = 0x6c8e9cf5;

/** Branches of the sentence of `at`, a cue's chief word; `from` and `to` bound that sentence in the passage. */
export function branchesOf(p: Passage, at: number, from: number, to: number): Branches {
  const ints = () => new Int32Array(p.count).fill(-1);
  const b = {
    top: ints(),
    up: ints(),
    second: ints(),
    third: ints(),
    joint: ints(),
    name: new Int32Array(p.count).fill(FAR),
    name2: new Int32Array(p.count).fill(FAR),
    name3: new Int32Array(p.count).fill(FAR),
  };
  for (let i = at, steps = 0; i >= 0 && steps < 200; i = p.head[i]!, steps++) {
    b.top[i] = i;
    b.joint[i] = i;
    b.up[i] = Math.min(6, steps);
    b.name[i] = mix(ON + b.up[i]!);
    b.name2[i] = b.name[i]!;
    b.name3[i] = b.name[i]!;
  }
  const path: number[] = [];
  for (let i = from; i < to; i++) {
    path.length = 0;
    let up = i;
    while (up >= 0 && b.joint[up] === -1 && path.length < 200) {
      path.push(up);
      up = p.head[up]!;
    }
    while (path.length > 0) {
      const w = path.pop()!;
      const h = p.head[w]!;
      if (h < 0) continue;
      const onPath = b.top[h] === h && b.joint[h] === h;
      b.joint[w] = b.joint[h]!;
      b.up[w] = b.up[h]!;
      b.top[w] = onPath ? w : b.top[h]!;
      b.second[w] = onPath ? -1 : b.second[h]! < 0 ? w : b.second[h]!;
      b.third[w] = b.second[h]! < 0 ? -1 : b.third[h]! < 0 ? w : b.third[h]!;
      const side = w < b.joint[w]! ? 0 : 1;
      b.name[w] = onPath ? mix(p.relation[w]! ^ SPREAD[300 + b.up[w]! * 2 + side]!) : b.name[h]!;
      b.name2[w] = onPath
        ? mix(b.name[w]! + 1)
        : b.second[w] === w
          ? mix(b.name[w]! + Math.imul(p.relation[w]!, 3))
          : b.name2[h]!;
      b.name3[w] =
        b.third[w] === w
          ? mix(b.name2[w]! + Math.imul(p.relation[w]!, 5))
          : b.third[w]! < 0
            ? b.name2[w]!
            : b.name3[h]!;
    }
  }
  return b;
}
