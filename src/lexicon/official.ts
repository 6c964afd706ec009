import { PACKED_FILES, readLexicon, readPacked } from './data.ts';
import { readOfficials } from './official-file.ts';

/** An office that a person holds or held: for whom, and between which days (null where open). */
export interface Office {
  /** Entity id of the actor spoken for. */
  readonly of: string;
  readonly from: string | null;
  readonly until: string | null;
  /** The holder's fullest name, null where only a hash of it is known. */
  readonly name: string | null;
}

/** An entry of `data/lexicon/official.yml`. */
export interface OfficialEntry {
  readonly names: readonly string[];
  /** Id of an actor, without "actor:". */
  readonly of: string;
  readonly from: string;
  readonly until?: string;
  readonly example: string;
}

/** The entries of `data/lexicon/official.yml`. */
export function officials(): readonly OfficialEntry[] {
  return readLexicon('official') as readonly OfficialEntry[];
}

let byName: Map<string, Office[]> | null = null;
let byFamily: Map<string, Office[]> | null = null;

function index(): { byName: Map<string, Office[]>; byFamily: Map<string, Office[]> } {
  if (byName !== null && byFamily !== null) return { byName, byFamily };
  byName = new Map();
  byFamily = new Map();
  for (const { names, of, from, until } of officials()) {
    const office: Office = { of: `actor:${of}`, from, until: until ?? null, name: names[0]! };
    for (const name of names) add(byName, officialKey(name), office);
    for (const family of new Set(names.map(familyName))) if (family !== null) add(byFamily, family, office);
  }
  return { byName, byFamily };
}

function add(into: Map<string, Office[]>, key: string, office: Office): void {
  const list = into.get(key);
  if (list === undefined) into.set(key, [office]);
  else list.push(office);
}

/** A name as its spellings agree on it: small letters without marks, articles and hyphens. "Bashar al-Assad" is "bashar assad". */
export function officialKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}'’.]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '' && !/^(?:al|el|as|ash|ibn|bin|ben)$/.test(part))
    .join(' ');
}

/** The last word of a name, where that is a family's: not "Salman" of "Mohammed bin Salman". */
function familyName(name: string): string | null {
  if (/ (?:bin|ibn) \S+$/.test(name)) return null;
  const parts = officialKey(name).split(' ');
  return parts.length > 1 ? parts.at(-1)! : null;
}

const holds = (office: Office, date: string): boolean =>
  (office.from === null || office.from <= date) && (office.until === null || date <= office.until);

/** The office that the bearer of a full name holds on a day; without a day, the one office this name ever held. */
export function officeOf(name: string, date: string | null): Office | null {
  const key = officialKey(name);
  if (!key.includes(' ')) return null;
  const known = index().byName.get(key) ?? packed().of(key);
  const fitting = date === null ? known : known.filter((office) => holds(office, date));
  return fitting.length > 0 && fitting.every((office) => office.of === fitting[0]!.of) ? fitting[0]! : null;
}

/** The office of the one person in `data/lexicon/official.yml` who has this family name and is in office on that day. */
export function officeOfFamily(family: string, date: string): Office | null {
  const fitting = (index().byFamily.get(officialKey(family)) ?? []).filter((office) => holds(office, date));
  return fitting.length === 1 ? fitting[0]! : null;
}

let shipped: ReturnType<typeof readOfficials> | null = null;

function packed(): ReturnType<typeof readOfficials> {
  shipped ??= readOfficials(readPacked(PACKED_FILES.officials));
  return shipped;
}
