import type { Expression, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { globalClaimId } from '../link/claim-id.ts';
import type { ClaimFilter, Store } from './ledger.ts';
import type { NamesTable } from './tables.ts';

/** Global ids of the claims that fit a filter, in the order documents() has, then that of the text. */
export async function findClaims({ db, backend }: Store, filter: ClaimFilter): Promise<string[]> {
  const rows = await db
    .selectFrom('claims')
    .innerJoin('documents', 'documents.id', 'claims.document')
    .innerJoin('statements', (join) =>
      join
        .onRef('statements.document', '=', 'claims.document')
        .onRef('statements.id', '=', 'claims.statement'),
    )
    .select(['claims.document', 'claims.id'])
    .where(({ eb, and, exists, selectFrom }) => {
      const named = (words: string, roles: readonly NamesTable['role'][]) =>
        exists(
          selectFrom('names')
            .whereRef('names.document', '=', 'claims.document')
            .whereRef('names.claim', '=', 'claims.id')
            .where('role', 'in', roles)
            .where(backend.nameHas(words))
            .select('role'),
        );
      const all: Expression<SqlBool>[] = [];
      if (filter.document !== undefined) all.push(eb('claims.document', '=', filter.document));
      if (filter.event !== undefined) all.push(eb('event', '=', filter.event.toUpperCase()));
      if (filter.polarity !== undefined) all.push(eb('polarity', '=', filter.polarity));
      if (filter.stance !== undefined) all.push(eb('stance', '=', filter.stance));
      if (filter.actor !== undefined) all.push(named(filter.actor, ['speaker', 'agent', 'patient']));
      if (filter.place !== undefined) all.push(named(filter.place, ['place']));
      if (filter.from !== undefined) all.push(eb('to_date', '>=', filter.from));
      if (filter.to !== undefined) all.push(eb('from_date', '<=', filter.to));
      const found = backend.hasWords(filter.search ?? '');
      if (found !== null) all.push(found);
      return and(all);
    })
    .orderBy(sql`published is null`)
    .orderBy('published')
    .orderBy('claims.document')
    .orderBy('claims.start')
    .orderBy('claims.id')
    .execute();
  return rows.map(({ document, id }) => globalClaimId(document, id));
}
