import { useSuspenseQuery } from '@tanstack/react-query';
import type { DigestControl } from '../../../src/model/digest.ts';
import { control } from '../api/queries.ts';
import { day } from '../format/date.ts';
import { ClaimLink } from '../frame/claim-link.tsx';
import { PageHeading } from '../frame/page-heading.tsx';
import { Empty } from '../frame/states.tsx';
import { useTitle } from '../frame/title.ts';
import { strings } from '../strings.ts';

const t = strings.control;

/** Who is said to hold which place, place by place. */
export function ControlPage() {
  const { data } = useSuspenseQuery(control);
  useTitle(t.title);
  const places = Map.groupBy(data.control, (row) => row.place.name ?? row.place.text);
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      {places.size === 0 && <Empty title={t.empty} hint={t.emptyHint} />}
      {[...places].map(([place, rows]) => (
        <section key={place} className="mb-10 border-t border-ink pt-4">
          <h2 className="font-serif text-answer">{place}</h2>
          <div className="mt-2 overflow-x-auto">
            <table className="ledger-table w-full min-w-[38rem]">
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
                  <Row key={row.claims.join()} row={row} />
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </>
  );
}

function Row({ row }: { row: DigestControl }) {
  return (
    <tr>
      <th scope="row" className="font-semibold">
        {row.holder.name ?? row.holder.text}
      </th>
      <td>{strings.controlStatus[row.status]}</td>
      <td className="whitespace-nowrap">{row.from === null ? t.open : day(row.from)}</td>
      <td className="whitespace-nowrap">{row.to === null ? t.open : day(row.to)}</td>
      <td>{row.previous && (row.previous.name ?? row.previous.text)}</td>
      <td>
        <ul>
          {row.claims.map((id) => (
            <li key={id}>
              <ClaimLink id={id} />
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
