import type { Insertable } from 'kysely';
import type { Reading } from '../model/reading.ts';
import type { Arg } from '../model/slot.ts';
import type { ClaimsTable, NamesTable, StatementsTable } from './tables.ts';

/** The rows by which a Reading can be queried. */
export interface Rows {
  readonly statements: readonly Insertable<StatementsTable>[];
  readonly claims: readonly Insertable<ClaimsTable>[];
  readonly names: readonly Insertable<NamesTable>[];
}

/** A Reading as rows; `n` is the number of the row that holds it whole. */
export function rowsOf(reading: Reading, n: number): Rows {
  const document = reading.document.id;
  const statements = new Map(reading.statements.map((statement) => [statement.id, statement]));
  return {
    statements: reading.statements.map(({ id, mode, stance, speaker, source, cue, content }) => ({
      document,
      id,
      reading: n,
      mode,
      stance,
      speaker,
      start: Math.min(...[source, cue, ...content].flatMap((span) => (span ? [span.start] : []))),
    })),
    claims: reading.claims.map((claim) => ({
      document,
      id: claim.id,
      statement: claim.statement,
      event: claim.event,
      polarity: claim.polarity,
      modality: claim.modality,
      start: claim.predicate.start,
      from_date: claim.time?.from ?? null,
      to_date: claim.time?.to ?? null,
      quantity_of: claim.quantity?.of ?? null,
      quantity_min: claim.quantity?.min ?? null,
      quantity_max: claim.quantity?.max ?? null,
    })),
    names: reading.claims.flatMap((claim) => {
      const row = (role: NamesTable['role'], entity: string | null, name: string) => ({
        document,
        claim: claim.id,
        role,
        entity,
        name,
      });
      const args = (role: NamesTable['role'], list: readonly Arg[]) =>
        list.flatMap((arg) => namesOf(reading, arg).map((name) => row(role, arg.entity, name)));
      const statement = statements.get(claim.statement);
      const speakers = [statement?.speaker, statement?.for].flatMap((id) => (id ? [id] : []));
      return [
        ...speakers.flatMap((id) => entityNames(reading, id).map((name) => row('speaker', id, name))),
        ...args('agent', claim.agent),
        ...args('patient', claim.patient),
        ...args('place', claim.place ? [claim.place] : []),
      ];
    }),
  };
}

function namesOf(reading: Reading, arg: Arg): string[] {
  const names = arg.entity === null ? [] : entityNames(reading, arg.entity);
  return [...new Set([arg.text, ...(arg.name === null ? [] : [arg.name]), ...names])];
}

function entityNames(reading: Reading, id: string): readonly string[] {
  return reading.entities.find((entity) => entity.id === id)?.names ?? [];
}
