import type { OddsTable } from '../src/proposition/involved-score.ts';
import { ROLE_TABLE, type RoleHead } from '../src/proposition/role-chooser.ts';
import { candidatesOf, roleKeys, sceneOf } from '../src/proposition/role-features.ts';
import { thematicRoles } from '../src/proposition/thematic.ts';
import { covers, type RoleQuestion, readMeantime } from './eval/meantime-gold.ts';
import { type Example, type LogisticPlan, trainLogistic } from './logistic.ts';
import type { Trainer } from './trainer.ts';
import { packFile, packTables } from './write-model.ts';

const PLAN: LogisticPlan = { bits: 16, classes: 2, epochs: 12, rate: 0.1, decay: 1e-4, left: 0.3, seed: 3 };

/** The candidates at an event word; of the words of a participant only its head teaches. */
function examplesOf({ sentence: { tokens }, at, gold }: RoleQuestion): Example[] {
  const scene = sceneOf(tokens, at, thematicRoles(tokens, at));
  return candidatesOf(tokens, at).flatMap((i) => {
    let classes = 0;
    let inner = false;
    for (const [c, role] of (['agent', 'patient'] as const).entries())
      for (const { spans } of gold[role]) {
        if (!covers(spans, tokens[i]!)) continue;
        const { head } = tokens[i]!;
        if (head >= 0 && covers(spans, tokens[head]!)) inner = true;
        else classes |= 1 << c;
      }
    return inner && classes === 0 ? [] : [{ keys: roleKeys(scene, i), classes }];
  });
}

/** Learns from the questions of documents who acts and who suffers; the same questions give the same weights. */
export function trainRoles(documents: readonly RoleQuestion[][]): OddsTable & { weights: Float32Array } {
  return { ...trainLogistic(documents.flat().flatMap(examplesOf), PLAN), scale: 1 };
}

/** Trainer of `data/model/role.bin.zst`; it reads with the syntax model, which must be there first. */
export const roleTrainer: Trainer = {
  name: 'role',
  train: (gold, say) => {
    const documents = readMeantime(gold);
    say('reading', 1);
    const { heads, sections } = packTables([{ name: ROLE_TABLE, ...trainRoles(documents), prune: 1 }]);
    const head: RoleHead = { format: 'counterclaim-role-1', tables: heads };
    return [{ name: 'role.bin.zst', bytes: packFile(head, sections) }];
  },
};
