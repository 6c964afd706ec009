import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/contract/version.ts';
import { dataPath } from '../src/lexicon/data.ts';
import { attributionTrainer } from './attribution.ts';
import { caseTrainer } from './casing.ts';
import { LAYERS } from './eval/layers.ts';
import { printLayer } from './eval/print.ts';
import { MissingGold } from './gold.ts';
import { involvedTrainer } from './involved.ts';
import { namesTrainer } from './names.ts';
import { optionsOf } from './options.ts';
import { placeTrainer } from './places.ts';
import { progressLine } from './progress.ts';
import { roleTrainer } from './roles.ts';
import { syntaxTrainer } from './syntax.ts';
import type { Trainer } from './trainer.ts';

/** Everything that is learned, in the order in which it must be. */
const TRAINERS: readonly Trainer[] = [
  caseTrainer,
  syntaxTrainer,
  namesTrainer,
  attributionTrainer,
  placeTrainer,
  involvedTrainer,
  roleTrainer,
];

try {
  const values = optionsOf(['gold', 'only', 'out']);
  const gold = values.gold ?? join(packageRoot(), '..', 'shared', 'gold');
  const chosen = TRAINERS.filter((t) => values.only === undefined || t.name === values.only);
  if (chosen.length === 0)
    throw new RangeError(
      `--only ${values.only}: no such model; there is ${TRAINERS.map((t) => t.name).join(', ')}`,
    );
  for (const trainer of chosen) {
    const files = trainer.train(gold, progressLine(process.stderr));
    for (const file of files) {
      const path = values.out === undefined ? dataPath(`model/${file.name}`) : join(values.out, file.name);
      writeFileSync(path, file.bytes);
      process.stdout.write(`${path} ${(file.bytes.length / 1e6).toFixed(2)} MB\n`);
    }
    const layer = LAYERS.find((l) => l.name === trainer.name);
    if (layer !== undefined && values.out === undefined)
      printLayer(layer, layer.score(gold, 'dev'), 'dev', process.stdout);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof MissingGold ? error.exitCode : 1;
}
