import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../../src/model/reading.ts';
import { crosswalk } from '../../src/proposition/crosswalk.ts';
import { read } from '../../src/reading.ts';
import { MissingGold } from '../gold.ts';
import type { Layer, ScoreRow } from './layer.ts';

interface Case {
  readonly id: string;
  readonly date: string;
  readonly text: string;
  readonly events: readonly { readonly source: string; readonly target: string; readonly code: string }[];
  readonly error: string | null;
}

/** Called with every case and the roots that were read from it. */
export type CaseWitness = (one: Case, roots: readonly string[], missed: readonly string[]) => void;

const COMMENT = '02';

/*
 * The unit cases of PETRARCH: short sentences about invented countries, with codes. Only the sentence is read. Its codes are a
 * mixture of CAMEO and of WEIS, CAMEO's forerunner, that the cases' own dictionaries keep (a welcome is 04, a meeting 03, a criticism
 * 12), so an event counts as right when a claim of the sentence gives its root, the first two digits, in CAMEO or in WEIS; the row
 * below counts CAMEO alone. Roots that neither scheme has (34, 90, 91, made up to test the machine) are left out, and so are the cases
 * that test its error messages. A comment (02) is given by any statement with a source; it is looked for where gold has one, since gold
 * codes it in some of the cases only. Codes of one root in one case count once each. A case without events is right when no claim is
 * given. Extra events are claims whose root in neither scheme is asked for.
 */
export function scorePetrarch(cases: readonly Case[], witness: CaseWitness = () => {}): ScoreRow[] {
  let [gold, either, cameo, made, extra, empty, silent] = [0, 0, 0, 0, 0, 0, 0];
  for (const one of cases) {
    if (one.error !== null || one.text === '') continue;
    const valid = one.events.map((e) => String(e.code).slice(0, 2)).filter((r) => r <= '22');
    if (valid.length < one.events.length && valid.length === 0) continue;
    const reading = read({ text: one.text, published: dayOf(one.date) });
    const codes = reading.claims.map((c) => crosswalk(c));
    const both = codes.map((c) => [c.cameo?.slice(0, 2) ?? '', c.weis ?? '']);
    const said = saysSomething(reading);
    const missed: string[] = [];
    for (const root of valid) {
      gold++;
      const right = (root === COMMENT && said) || both.some((b) => b.includes(root));
      if (right) either++;
      else missed.push(root);
      if ((root === COMMENT && said) || both.some((b) => b[0] === root)) cameo++;
    }
    made += both.length;
    if (one.events.length === 0) {
      empty++;
      if (both.length === 0) silent++;
    }
    extra += both.filter((b) => !b.some((r) => valid.includes(r))).length;
    witness(
      one,
      both.map((b) => b.join('/')),
      missed,
    );
  }
  return [
    { name: 'PETRARCH events: root in CAMEO or WEIS', values: [gold, percent(either, gold), made, extra] },
    { name: 'PETRARCH events: root in CAMEO', values: [gold, percent(cameo, gold), made, null] },
    { name: 'PETRARCH cases without events', values: [empty, percent(silent, empty), null, null] },
  ];
}

function saysSomething(reading: Reading): boolean {
  return reading.statements.some((s) => s.mode !== 'narrative');
}

/** "19950101" as a date. */
function dayOf(date: string): string | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})$/u.exec(date);
  return parts === null ? undefined : `${parts[1]}-${parts[2]}-${parts[3]}`;
}

function percent(part: number, whole: number): number {
  return Math.round((10000 * part) / Math.max(1, whole)) / 100;
}

/** The cases of a folder of gold; throws `MissingGold` when they are not there. */
export function petrarchCases(gold: string): Case[] {
  const file = join(gold, 'events', 'petrarch-unit.jsonl');
  if (!existsSync(file))
    throw new MissingGold(
      `gold data is absent: ${file} does not exist. Give the folder that holds it with --gold DIR.`,
    );
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Case);
}

export const petrarchLayer: Layer = {
  name: 'petrarch',
  title: 'Events of short sentences, unit cases of PETRARCH',
  columns: ['n', 'right', 'claims', 'extra'],
  splits: ['all'],
  score: (gold) => scorePetrarch(petrarchCases(gold)),
};
