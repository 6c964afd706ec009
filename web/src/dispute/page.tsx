import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { disputePage } from '../api/queries.ts';
import { useTitle } from '../frame/title.ts';
import { Unequal } from '../frame/unequal.tsx';
import { strings } from '../strings.ts';
import { Quotation } from './quotation.tsx';
import { Tally } from './tally.tsx';

const route = getRouteApi('/disputes/$id');
const t = strings.dispute;

/** One dispute: the question, and its answers next to each other in the words of those who give them. */
export function DisputePage() {
  const { id } = route.useParams();
  const { data: dispute } = useSuspenseQuery(disputePage(id));
  useTitle(dispute.question);
  return (
    <article>
      <Link to="/disputes" className="link text-caption">
        ← {t.back}
      </Link>
      <header className="mt-3 mb-8 border-b border-ink pb-6">
        <h1 className="max-w-[30em] font-serif text-question text-balance">{dispute.question}</h1>
        <p className="label mt-2">
          {t.about(strings.dimension[dispute.kind])} · {strings.disputeStatus[dispute.status]} ·{' '}
          {strings.count.sides(dispute.sides.length)}
        </p>
      </header>
      <section aria-label={t.sides} className="sides" data-count={dispute.sides.length}>
        {dispute.sides.map((side, index) => (
          <section key={side.answer} className="side" aria-labelledby={`side-${index}`}>
            {index > 0 && (
              <span className="spine-sign">
                <Unequal />
              </span>
            )}
            <p className="label">{t.side(index + 1)}</p>
            <h2
              id={`side-${index}`}
              className="text-answer font-semibold text-balance first-letter:uppercase"
              dir="auto"
            >
              {side.answer}
            </h2>
            <Tally origins={side.origins} />
            <ol className="mt-5 space-y-7">
              {side.claims.map((quoted) => (
                <li key={quoted.id}>
                  <Quotation quoted={quoted} />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </section>
      {dispute.why.length > 0 && (
        <section className="mt-4 max-w-measure border-t border-rule pt-5">
          <h2 className="font-semibold">{t.why}</h2>
          <ul className="mt-2 list-disc space-y-1 ps-5 text-soft">
            {dispute.why.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
