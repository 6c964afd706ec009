import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { disputes } from '../api/queries.ts';
import type { DisputeRow } from '../api/types.ts';
import { PageHeading } from '../frame/page-heading.tsx';
import { Empty } from '../frame/states.tsx';
import { useTitle } from '../frame/title.ts';
import { strings } from '../strings.ts';
import { Tally } from './tally.tsx';

const t = strings.dispute;

/** All disputes: the question, and the answers with how many stand behind each. */
export function DisputesPage() {
  const { data } = useSuspenseQuery(disputes);
  useTitle(t.title);
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} count={strings.count.disputes(data.disputes.length)} />
      {data.disputes.length === 0 && <Empty title={t.empty} hint={t.emptyHint} />}
      <ol className="border-t border-ink">
        {data.disputes.map((dispute) => (
          <Row key={dispute.id} dispute={dispute} />
        ))}
      </ol>
    </>
  );
}

function Row({ dispute }: { dispute: DisputeRow }) {
  return (
    <li className="relative border-b border-rule py-5 hover:bg-well">
      <p className="label">
        {t.about(strings.dimension[dispute.kind])} · {strings.disputeStatus[dispute.status]}
      </p>
      <h2 className="mt-1 max-w-[44em] font-serif text-answer">
        <Link to="/disputes/$id" params={{ id: dispute.id }} className="cover no-underline hover:underline">
          {dispute.question}
        </Link>
      </h2>
      <ul className="mt-3 flex flex-col gap-x-10 gap-y-3 md:flex-row md:flex-wrap">
        {dispute.sides.map((side, index) => (
          <li key={side.answer} className="max-w-[30em] min-w-[12em] flex-1">
            <span className="block">
              <span className="label me-2">{t.side(index + 1)}</span>
              <span className="inline-block first-letter:uppercase" dir="auto">
                {side.answer}
              </span>
            </span>
            <Tally origins={side.origins} />
          </li>
        ))}
      </ul>
    </li>
  );
}
