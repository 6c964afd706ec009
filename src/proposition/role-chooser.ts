import { dataPath, PACKED_FILES, readPacked } from '../lexicon/data.ts';
import type { Token } from '../model/token.ts';
import { readHead, readTables, type TableHead } from '../parse/weight-file.ts';
import { chance, type OddsTable, oddsOf } from './involved-score.ts';
import type { Frame } from './role.ts';
import { candidatesOf, roleKeys, sceneOf } from './role-features.ts';
import { type ThematicRoles, thematicRoles } from './thematic.ts';

/*
 * The rules of thematic.ts go first: where they find a participant it mostly is one. What they leave empty is filled with the noun of the
 * sentence that looks most like it ("the firm weathered a strike": whose strike?), and a patient of theirs that looks like none gives
 * way to nouns that do.
 */

/** Head of the file: JSON, its length in the first four bytes; the table follows. */
export interface RoleHead {
  readonly format: 'counterclaim-role-1';
  readonly tables: readonly TableHead[];
}

export const ROLE_TABLE = 'role';

/** Reads an expanded model file. Throws an Error that names `name` when the bytes are not such a file. */
export function readRoleModel(data: Buffer, name: string): OddsTable {
  const { head, at } = readHead<RoleHead>(data, 'counterclaim-role-1', name);
  const found = head.tables.find((t) => t.name === ROLE_TABLE);
  return { ...readTables(data, at, head.tables, name)(ROLE_TABLE), scale: found?.scale ?? 1 };
}

let shipped: OddsTable | null = null;

/** The shipped model, loaded on the first call. */
function roleModel(): OddsTable {
  const file = PACKED_FILES.role;
  shipped ??= readRoleModel(readPacked(file), dataPath(file));
  return shipped;
}

/** Least chance of what fills an empty place, of what is put beside or in place of a patient of the rules, and of one that is kept. */
const FILL = 0.05;
const ADD = 0.3;
const KEEP = 0.15;

/** Least chance of what fills an empty place in a claim: there the place may well be empty ("the mill was burned"). */
const SURE = 0.3;

/** The participants of a verb or noun: those of the rules, and where they find none the likeliest of the sentence. */
export function rolesOf(
  tokens: readonly Token[],
  at: number,
  { table = roleModel(), least = FILL }: { readonly table?: OddsTable; readonly least?: number } = {},
): ThematicRoles {
  const rules = thematicRoles(tokens, at);
  const scene = sceneOf(tokens, at, rules);
  const candidates = candidatesOf(tokens, at);
  const keys = candidates.map((i) => roleKeys(scene, i));
  const chances = (column: number) => keys.map((k) => chance(oddsOf(table, k, column)));
  const agent = rules.agent.length > 0 ? rules.agent : likeliest(candidates, chances(0), least);
  const patients = chances(1);
  const kept = rules.patient.filter((i) => (patients[candidates.indexOf(i)] ?? 1) > KEEP);
  const added = candidates.filter((i, k) => patients[k]! > ADD && !kept.includes(i));
  if (kept.length + added.length > 0) return { agent, patient: [...kept, ...added] };
  const best = likeliest(candidates, patients, least);
  return { agent, patient: best.length > 0 ? best : rules.patient };
}

function likeliest(candidates: readonly number[], chances: readonly number[], least: number): number[] {
  let best = -1;
  for (let k = 0; k < chances.length; k++)
    if (chances[k]! > least && (best < 0 || chances[k]! > chances[best]!)) best = k;
  return best < 0 ? [] : [candidates[best]!];
}

const surer = new WeakMap<readonly Token[], Map<number, ThematicRoles>>();

/** The participants of a word that a claim may be made of; found once for a word. */
export function surerRoles(tokens: readonly Token[], at: number): ThematicRoles {
  const found = surer.get(tokens) ?? new Map<number, ThematicRoles>();
  surer.set(tokens, found);
  const own = found.get(at) ?? rolesOf(tokens, at, { least: SURE });
  found.set(at, own);
  return own;
}

/** A verb's frame whose empty places hold the participants found otherwise: "the crew fired | on the ferry". */
export function filled(tokens: readonly Token[], frame: Frame): Frame {
  const { subj, obj } = frame;
  if (subj.length > 0 && obj.length > 0) return frame;
  const { agent, patient } = surerRoles(tokens, frame.at);
  return {
    ...frame,
    subj: subj.length > 0 ? subj : agent.filter((i) => !obj.includes(i)),
    obj: obj.length > 0 ? obj : patient.filter((i) => !subj.includes(i)),
  };
}
