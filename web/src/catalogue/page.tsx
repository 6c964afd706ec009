import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { documents } from '../api/queries.ts';
import type { DocumentRow } from '../api/types.ts';
import { day } from '../format/date.ts';
import { PageHeading } from '../frame/page-heading.tsx';
import { Empty } from '../frame/states.tsx';
import { useTitle } from '../frame/title.ts';
import { Unequal } from '../frame/unequal.tsx';
import { strings } from '../strings.ts';

const t = strings.catalogue;

/** The list of documents, as a catalogue: what each is, when it was published, and how much is said in it. */
export function CataloguePage() {
  const { data } = useSuspenseQuery(documents);
  useTitle(t.title);
  if (data.documents.length === 0) {
    return (
      <>
        <PageHeading title={t.title} lead={t.lead} />
        <Empty title={t.empty} hint={t.emptyHint}>
          <pre className="mt-4 rounded-sm bg-well break-words whitespace-pre-wrap px-4 py-3 font-mono text-caption">
            <code>{t.emptyCommand}</code>
          </pre>
        </Empty>
      </>
    );
  }
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} count={strings.count.documents(data.documents.length)} />
      <table className="catalogue w-full border-t border-ink text-start">
        <thead className="label">
          <tr>
            <th scope="col">{t.document}</th>
            <th scope="col">{t.published}</th>
            <th scope="col" className="text-end">
              {t.statements}
            </th>
            <th scope="col" className="text-end">
              {t.claims}
            </th>
            <th scope="col" className="text-end">
              {t.disputes}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.documents.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ row }: { row: DocumentRow }) {
  return (
    <tr>
      <th scope="row" className="font-normal">
        <Link
          to="/documents/$id"
          params={{ id: row.id }}
          className="cover font-serif text-[1.1875rem] leading-snug no-underline hover:underline"
          dir="auto"
        >
          {row.title ?? <i>{strings.unknown.title}</i>}
        </Link>
        <span className="label block">
          {row.publisher ?? strings.unknown.publisher}
          {row.title === null && ` · ${row.id}`}
        </span>
      </th>
      <td className="whitespace-nowrap">{day(row.published)}</td>
      <td data-name={t.statements}>{row.statements}</td>
      <td data-name={t.claims}>{row.claims}</td>
      <td data-name={t.disputes}>
        {row.disputes > 0 ? (
          <span className="font-semibold text-disputes">
            <Unequal /> {row.disputes}
          </span>
        ) : (
          <span className="text-soft">{t.noDispute}</span>
        )}
      </td>
    </tr>
  );
}
