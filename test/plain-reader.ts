import type { DocumentInput } from '../src/contract/document.ts';
import { toDocument } from '../src/contract/document.ts';
import type { Claim } from '../src/model/claim.ts';
import type { Digest } from '../src/model/digest.ts';
import type { Entity } from '../src/model/entity.ts';
import type { Reading } from '../src/model/reading.ts';
import type { Statement } from '../src/model/statement.ts';

/** Reads lines "NAME said PEOPLE left PLACE." and no others, so that tests of the ledger need no language. */
export function plainRead(input: DocumentInput, version = '1'): Reading {
  const { text, ...document } = toDocument(input);
  const entities = new Map<string, Entity>();
  const statements: Statement[] = [];
  const claims: Claim[] = [];
  const spanAt = (start: number, words: string) => ({ start, end: start + words.length, text: words });
  const entityOf = (name: string, kind: Entity['kind']) => {
    const id = `${kind}:${name.toLowerCase()}`;
    entities.set(id, { id, kind, role: null, names: [name], relations: [] });
    return id;
  };
  for (const match of text.matchAll(/^(\w+) said ((\w+) left (\w+))\.$/gm)) {
    const [, speaker = '', content = '', people = '', place = ''] = match;
    const at = match.index + speaker.length + ' said '.length;
    const who = { ...spanAt(at, people), entity: entityOf(people, 'actor'), name: people };
    const where = at + people.length + ' left '.length;
    const id = `s${statements.length + 1}`;
    statements.push({
      id,
      mode: 'indirect',
      stance: 'asserts',
      source: spanAt(match.index, speaker),
      cue: spanAt(match.index + speaker.length + 1, 'said'),
      content: [spanAt(at, content)],
      speaker: entityOf(speaker, 'person'),
      for: null,
      within: null,
      about: null,
      relay: null,
      time: null,
      why: ['test'],
    });
    claims.push({
      id: `c${claims.length + 1}`,
      statement: id,
      event: 'RETREAT',
      mode: null,
      predicate: spanAt(at + people.length + 1, 'left'),
      agent: [who],
      patient: [],
      instrument: [],
      place: { ...spanAt(where, place), entity: entityOf(place, 'place'), name: place },
      time: null,
      quantity: null,
      polarity: 'positive',
      modality: 'actual',
      why: ['test'],
    });
  }
  return {
    engine: { name: 'plain', version, models: [] },
    document: { ...document, characters: text.length },
    sentences: [],
    entities: [...entities.values()],
    mentions: [],
    statements,
    claims,
    agreements: [],
    control: [],
    credits: [],
    involved: [],
    disputes: [],
    diagnostics: [],
  };
}

/** A digest that relates nothing. */
export function plainDigest(readings: readonly Reading[]): Digest {
  return {
    readings,
    entities: readings.flatMap((reading) => reading.entities),
    origins: [],
    happenings: [],
    relations: [],
    disputes: [],
    agreements: [],
    control: [],
    corrections: [],
  };
}
