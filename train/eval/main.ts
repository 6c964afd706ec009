import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/contract/version.ts';
import { MissingGold } from '../gold.ts';
import { optionsOf } from '../options.ts';
import { LAYERS } from './layers.ts';
import { printLayer } from './print.ts';

// A dossier given by itself is scored for what is read from it and how it is reconciled, and for nothing else.
const OF_DOSSIERS = ['claims', 'dossier'];

try {
  const values = optionsOf(['gold', 'split', 'json', 'only', 'dossier']);
  const gold = values.dossier ?? values.gold ?? join(packageRoot(), '..', 'shared', 'gold');
  const wanted = values.split ?? 'dev';
  const chosen = LAYERS.filter(
    (l) =>
      (values.only === undefined || l.name === values.only) &&
      (values.dossier === undefined || OF_DOSSIERS.includes(l.name)),
  );
  if (chosen.length === 0)
    throw new RangeError(
      `--only ${values.only}: no such layer; there is ${LAYERS.map((l) => l.name).join(', ')}`,
    );
  const report: Record<string, unknown> = {};
  for (const layer of chosen) {
    const split = layer.splits.includes(wanted) ? wanted : layer.splits[0]!;
    try {
      const rows = layer.score(gold, split);
      printLayer(layer, rows, split, process.stdout);
      report[layer.name] = { split, columns: layer.columns, rows };
    } catch (error) {
      if (!(error instanceof MissingGold)) throw error;
      process.stderr.write(`${layer.name}: ${error.message}\n`);
      process.exitCode = error.exitCode;
    }
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
