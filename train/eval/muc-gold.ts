import { join } from 'node:path';
import type { InvolvedRole } from '../../src/model/involved.ts';
import { readJsonLines } from '../gold.ts';
import type { Filler, Fillers } from './fillers.ts';

/** A document of MUC-4 with the entities wanted of it. */
export interface MucDocument {
  readonly id: string;
  readonly text: string;
  readonly fillers: Fillers;
}

type Slot = readonly (readonly { readonly str: string }[])[];

/** Reads `events/muc4-SPLIT.jsonl.gz` below the folder. Throws `MissingGold`. */
export function readMuc(gold: string, split: string): MucDocument[] {
  return readJsonLines(join(gold, 'events', `muc4-${split}.jsonl.gz`)).map((row) => ({
    id: String(row['id']),
    text: String(row['text']),
    fillers: collapsed(row['gtt_templates'] as readonly Record<string, Slot | undefined>[]),
  }));
}

/** The entities of all templates of a document together; one whose strings another one has is left out, as GRIT does. */
export function collapsed(templates: readonly Record<string, Slot | undefined>[]): Fillers {
  const of = (slot: string): Filler[] => {
    const kept: Filler[] = [];
    for (const template of templates) {
      for (const entity of template[slot] ?? []) {
        const strings = entity.map((m) => m.str);
        if (strings.length > 0 && !kept.some((k) => within(k, strings) || within(strings, k)))
          kept.push(strings);
      }
    }
    return kept;
  };
  return {
    perpetrator: of('PerpInd'),
    organisation: of('PerpOrg'),
    target: of('Target'),
    victim: of('Victim'),
    weapon: of('Weapon'),
  } satisfies Record<InvolvedRole, Filler[]>;
}

function within(part: Filler, whole: Filler): boolean {
  return part.every((s) => whole.includes(s));
}
