import type { Entity, EntityRelation } from '../model/entity.ts';
import type { Reading } from '../model/reading.ts';
import { populationOf } from './population.ts';
import { wordsOf } from './words.ts';

/** Entities of many documents as one list, and the id under which each document's entity now goes. */
interface Linked {
  readonly entities: readonly Entity[];
  readonly canon: (id: string) => string;
}

/**
 * Joins what the documents name. Equal ids are one entity. Besides: persons of the same full name, and a person known by a
 * last name alone when just one person in the set bears it; places of the same name without a gazetteer id; parts of the
 * same whole under words that mean the same ("foreign jihadists", "foreign fighters"), and such a part of nobody when just one group
 * in the set has it. When several fit, none is joined.
 */
export function linkEntities(readings: readonly Reading[]): Linked {
  const merged = unionById(readings.flatMap((reading) => reading.entities));
  const parent = new Map<string, string>();
  const find = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    return at;
  };
  const groups = new Map<string, Entity[]>();
  for (const entity of merged) {
    for (const key of keysOf(entity)) {
      const group = groups.get(key);
      if (group) group.push(entity);
      else groups.set(key, [entity]);
    }
  }
  for (const key of [...groups.keys()].sort()) {
    const list = groups.get(key)!;
    for (const other of list.slice(1)) join(parent, find, list[0]!, other);
  }
  joinLastNames(merged, parent, find);
  joinLooseParts(merged, parent, find);
  const members = Map.groupBy(merged, (entity) => find(entity.id));
  const entities = [...members.values()].map((list) => fold(list, find));
  return { entities: entities.sort((a, b) => compare(a.id, b.id)), canon: find };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function unionById(all: readonly Entity[]): Entity[] {
  const byId = Map.groupBy(all, (entity) => entity.id);
  return [...byId.keys()].sort().map((id) => fold(byId.get(id)!, (other) => other));
}

/** One entity of several: the fullest name first, then the others in order; relations once each. */
function fold(list: readonly Entity[], canon: (id: string) => string): Entity {
  const id = canon(list[0]!.id);
  const lead = list.find((entity) => entity.id === id) ?? list[0]!;
  const firsts = list.map((entity) => entity.names[0] ?? '').sort(byFullness);
  const rest = list.flatMap((entity) => entity.names).sort(compare);
  const relations = new Map<string, EntityRelation>();
  for (const tie of list.flatMap((entity) => entity.relations)) {
    const to = canon(tie.to);
    if (to !== id) {
      relations.set([tie.kind, to, tie.from ?? '', tie.until ?? ''].join('\u0001'), { ...tie, to });
    }
  }
  return {
    id,
    kind: lead.kind,
    role:
      lead.role ??
      list
        .map((entity) => entity.role)
        .filter((role) => role !== null)
        .sort()[0] ??
      null,
    names: [...new Set([...firsts.slice(0, 1), ...rest])].filter((name) => name !== ''),
    relations: [...relations.keys()].sort().map((key) => relations.get(key)!),
  };
}

function byFullness(a: string, b: string): number {
  return wordsOf(b).length - wordsOf(a).length || b.length - a.length || compare(a, b);
}

function join(parent: Map<string, string>, find: (id: string) => string, a: Entity, b: Entity): void {
  const [first, second] = [find(a.id), find(b.id)].sort(compare);
  if (first !== second) parent.set(second!, first!);
}

function keysOf(entity: Entity): string[] {
  const name = wordsOf(entity.names[0] ?? '').join(' ');
  if (entity.kind === 'person') return name.includes(' ') ? [`person ${name}`] : [];
  if (entity.kind === 'place') {
    return entity.id.startsWith('geonames:') || name === '' ? [] : [`place ${name}`];
  }
  const whole = entity.relations.filter((tie) => tie.kind === 'partOf').map((tie) => tie.to);
  if (whole.length !== 1) return [];
  const part = populationOf(entity.names[0] ?? null);
  const heads = part.heads.filter((head) => head !== 'fighter' && head !== 'person' && head !== 'foreign');
  const narrowed = [...part.modifiers, ...part.heads.filter((head) => head === 'foreign')].sort();
  return narrowed.length === 0 ? [] : [`part ${whole[0]} ${heads.join(' ')} ${narrowed.join(' ')}`];
}

// "Foreign fighters" of nobody in particular are those of the one group whose foreign fighters the set knows.
function joinLooseParts(
  all: readonly Entity[],
  parent: Map<string, string>,
  find: (id: string) => string,
): void {
  const parts = all.filter((entity) => entity.role === 'sub-group');
  const isOwned = (entity: Entity): boolean => entity.relations.some((tie) => tie.kind === 'partOf');
  const owned = Map.groupBy(parts.filter(isOwned), kindOf);
  for (const loose of parts.filter((entity) => !isOwned(entity))) {
    const same = owned.get(kindOf(loose)) ?? [];
    if (kindOf(loose) !== '' && new Set(same.map((entity) => find(entity.id))).size === 1)
      join(parent, find, same[0]!, loose);
  }
}

/** What narrows a part ("foreign"), whoever it is part of; '' where nothing does. */
function kindOf(entity: Entity): string {
  const part = populationOf(entity.names[0] ?? null);
  return [...part.modifiers, ...part.heads.filter((head) => head === 'foreign')].sort().join(' ');
}

// "Bali" is "Mostafa Bali" when the set knows one person of that last name.
function joinLastNames(
  all: readonly Entity[],
  parent: Map<string, string>,
  find: (id: string) => string,
): void {
  const persons = all.filter((entity) => entity.kind === 'person');
  const lastOf = (entity: Entity): string => wordsOf(entity.names[0] ?? '').at(-1) ?? '';
  const full = Map.groupBy(
    persons.filter((entity) => wordsOf(entity.names[0] ?? '').length > 1),
    lastOf,
  );
  for (const person of persons) {
    if (wordsOf(person.names[0] ?? '').length !== 1) continue;
    const bearers = full.get(lastOf(person)) ?? [];
    if (new Set(bearers.map((bearer) => find(bearer.id))).size === 1) {
      join(parent, find, bearers[0]!, person);
    }
  }
}
