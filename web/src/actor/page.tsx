import { useSuspenseQuery } from '@tanstack/react-query';
import { actors } from '../api/queries.ts';
import type { ActorRow } from '../api/types.ts';
import { PageHeading } from '../frame/page-heading.tsx';
import { Empty } from '../frame/states.tsx';
import { useTitle } from '../frame/title.ts';
import { strings } from '../strings.ts';
import { ActorForm } from './form.tsx';

const t = strings.actor;

/** Actors and persons of the ledger, under a form that adds one. */
export function ActorsPage() {
  const { data } = useSuspenseQuery(actors);
  useTitle(t.title);
  const known = data.actors.filter((row) => row.kind === 'actor').map((row) => row.name);
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} count={strings.count.actors(data.actors.length)} />
      <ActorForm known={known} />
      {data.actors.length === 0 ? (
        <Empty title={t.empty} hint={t.emptyHint} />
      ) : (
        <table className="catalogue w-full border-t border-ink text-start" aria-label={t.title}>
          <thead className="label">
            <tr>
              {[t.name, t.kind, t.documents, t.says, t.does, t.suffers].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.actors.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Row({ row }: { row: ActorRow }) {
  const { name, otherNames, relations } = row;
  return (
    <tr>
      <th scope="row" className="font-normal">
        <span className="font-serif text-[1.1875rem] leading-snug" dir="auto">
          {name}
        </span>
        {otherNames.length > 0 && (
          <span className="label block max-w-measure break-words">{otherNames.join(' · ')}</span>
        )}
        {relations.length > 0 && (
          <span className="label block max-w-measure break-words">{relations.map(tieWords).join(' · ')}</span>
        )}
      </th>
      <td className="whitespace-nowrap">{kindWords(row)}</td>
      <td data-name={t.documents}>{row.documents}</td>
      <td data-name={t.says}>{row.says}</td>
      <td data-name={t.does}>{row.does}</td>
      <td data-name={t.suffers}>{row.suffers}</td>
    </tr>
  );
}

function kindWords({ kind, role }: ActorRow): string {
  if (role === null) return kind === 'person' ? t.person : '';
  return role in strings.actorKind ? strings.actorKind[role as keyof typeof strings.actorKind] : role;
}

/** "memberOf Valley Guard" in words. */
function tieWords(tie: string): string {
  const [kind = '', ...name] = tie.split(' ');
  const words = kind in strings.tie ? strings.tie[kind as keyof typeof strings.tie] : kind;
  return `${words} ${name.join(' ')}`;
}
