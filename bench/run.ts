import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribution } from '../src/attribution/attribution.ts';
import { toDocument } from '../src/contract/document.ts';
import { packageRoot } from '../src/contract/version.ts';
import { dataPath, PACKED_FILES } from '../src/lexicon/data.ts';
import { mention } from '../src/mention/mention.ts';
import { parseSentence } from '../src/parse/parse.ts';
import { syntax } from '../src/parse/syntax.ts';
import { blank, read } from '../src/reading.ts';
import { inspect } from '../src/text/inspect.ts';
import { segment } from '../src/text/segment.ts';
import { sentences } from '../src/text/sentence.ts';
import { words } from '../src/text/word.ts';

/*
 * How fast the reader is, on the sample dossier. Times vary with the machine and its load: compare two versions in one sitting, and
 * the shares within one run. `npm run bench [-- ROUNDS]`.
 */

const ROUNDS = Number(process.argv[2] ?? 30);
const folder = join(packageRoot(), 'examples', 'raqqa-2017', 'docs');
const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));

/** Milliseconds that `run` takes for all texts, once warm: the median of the rounds, and the fastest. */
function clock(run: (text: string) => unknown): readonly [median: number, fastest: number] {
  for (let i = 0; i < 3; i++) for (const text of texts) run(text);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    for (const text of texts) run(text);
    return performance.now() - start;
  });
  rounds.sort((a, b) => a - b);
  return [rounds[ROUNDS >> 1]!, rounds[0]!];
}

const cut = (text: string) => sentences(text).map((s) => words(text, s.start, s.end));
const statements = (text: string) =>
  [inspect, segment, syntax, mention, attribution].reduce(
    (draft, stage) => stage.run(draft),
    blank(toDocument({ text, published: '2017-10-15' })),
  );
const tokens = texts.flatMap(cut).reduce((n, w) => n + w.length, 0);
const stages: [string, readonly [number, number]][] = [
  ['sentences and words', clock(cut)],
  ['... tagged and parsed', clock((text) => cut(text).map(parseSentence))],
  ['raw text to statements', clock(statements)],
  ['raw text to claims', clock((text) => read({ text, published: '2017-10-15' }))],
];
console.log(`${texts.length} reports, ${tokens} tokens, ${ROUNDS} rounds`);
const rate = (ms: number): number => Math.round((tokens / ms) * 1000);
for (const [name, [median, fastest]] of stages)
  console.log(
    `${name.padEnd(24)} ${median.toFixed(1).padStart(8)} ms  ${rate(median)} tokens/s, at best ${rate(fastest)}`,
  );

const bin = join(packageRoot(), 'bin', 'counterclaim.js');
const first = join(folder, readdirSync(folder)[0]!);
const starts = Array.from({ length: 15 }, () => {
  const start = performance.now();
  execFileSync(process.execPath, [bin, 'read', first, '--json'], { stdio: 'ignore' });
  return performance.now() - start;
}).sort((a, b) => a - b);
console.log(
  `cold start of read        ${starts[0]!.toFixed(0).padStart(7)} ms best of 15, ${starts[7]!.toFixed(0)} ms median`,
);
console.log(
  `models and gazetteer      ${(Object.values(PACKED_FILES).reduce((n, f) => n + readFileSync(dataPath(f)).length, 0) / 1e6).toFixed(1).padStart(7)} MB packed`,
);
