import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/contract/version.ts';
import type { Claim } from '../../src/model/claim.ts';
import { read } from '../../src/reading.ts';
import type { Layer, ScoreRow } from './layer.ts';

/*
 * Text in capitals should be read as the same text in ordinary letters is. Each document of the example dossier is read both ways; a
 * claim is in common where event and predicate are the same, and wholly so where all its other slots are too. F1 takes the reading in
 * ordinary letters for the wanted one.
 */

const FOLDER = join(packageRoot(), 'examples', 'raqqa-2017');

interface Entry {
  readonly file: string;
  readonly published?: string;
}

type Key = (claim: Claim) => string;

const at = (args: readonly { readonly start: number | null }[]): string => args.map((a) => a.start).join(',');
const what: Key = (c) => `${c.event} ${c.predicate.start}`;
const KEYS: Readonly<Record<string, Key>> = {
  'event and predicate': what,
  'with participants': (c) => `${what(c)} ${at(c.agent)} ${at(c.patient)}`,
  'with every slot': (c) =>
    [
      what(c),
      at(c.agent),
      at(c.patient),
      c.place?.start,
      c.time?.from,
      c.quantity?.min,
      c.polarity,
      c.modality,
    ].join(' '),
};

/** The example dossier in capitals against itself. */
export const capitalsLayer: Layer = {
  name: 'capitals',
  title: 'Claims of the example dossier read in capitals, against those in ordinary letters',
  columns: ['in capitals', 'precision', 'recall', 'F1', 'in ordinary letters'],
  splits: ['examples'],
  score: () => {
    const entries = JSON.parse(readFileSync(join(FOLDER, 'docs.json'), 'utf8')) as Entry[];
    const pairs = entries.map(({ file, published }) => {
      const text = readFileSync(join(FOLDER, file), 'utf8');
      const capitals = text.replace(/\p{Ll}/gu, (letter) =>
        letter.toUpperCase().length === 1 ? letter.toUpperCase() : letter,
      );
      return [read({ text: capitals, published }).claims, read({ text, published }).claims] as const;
    });
    return Object.entries(KEYS).map(([name, key]): ScoreRow => {
      let common = 0;
      for (const [made, wanted] of pairs) {
        const left = wanted.map(key);
        for (const k of made.map(key)) {
          const found = left.indexOf(k);
          if (found >= 0) common += left.splice(found, 1).length;
        }
      }
      const made = pairs.flatMap(([claims]) => claims).length;
      const wanted = pairs.flatMap(([, claims]) => claims).length;
      return {
        name,
        values: [
          made,
          (100 * common) / made,
          (100 * common) / wanted,
          (200 * common) / (made + wanted),
          wanted,
        ],
      };
    });
  },
};
