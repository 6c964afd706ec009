import { useSuspenseQuery } from '@tanstack/react-query';
import { control } from '../api/queries.ts';
import type { ControlRow } from '../api/types.ts';
import { day } from '../format/date.ts';
import { BriefClaim } from '../frame/brief-claim.tsx';
import { PageHeading } from '../frame/page-heading.tsx';
import { Empty } from '../frame/states.tsx';
import { useTitle } from '../frame/title.ts';
import { strings } from '../strings.ts';

const t = strings.control;

/** Who is said to hold which place, place by place. */
export function ControlPage() {
  const { data } = useSuspenseQuery(control);
  useTitle(t.title);
  const places = Map.groupBy(data.control, (row) => row.place);
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      {places.size === 0 && <Empty title={t.empty} hint={t.emptyHint} />}
      {[...places].map(([place, rows]) => (
        <section key={place} className="mb-12 border-t border-ink pt-4">
          <h2 className="font-serif text-answer">{place}</h2>
          <table className="ledger-table mt-2 w-full" aria-label={place}>
            <thead>
              <tr>
                {[t.holder, t.status, t.from, t.to, t.previous, t.claims].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={`${row.holder} ${row.from} ${row.to} ${row.status}`} row={row} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}

function Row({ row }: { row: ControlRow }) {
  return (
    <tr>
      <th scope="row">{row.holder}</th>
      <td data-name={t.status}>{strings.controlStatus[row.status]}</td>
      <td data-name={t.from}>{row.from === null ? t.open : day(row.from)}</td>
      <td data-name={t.to}>{row.to === null ? t.open : day(row.to)}</td>
      <td data-name={t.previous}>{row.previous ?? t.nobody}</td>
      <td>
        <ul className="space-y-3">
          {row.claims.map((claim) => (
            <li key={claim.id}>
              <BriefClaim claim={claim} />
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
