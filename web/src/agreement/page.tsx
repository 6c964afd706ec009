import { useSuspenseQuery } from '@tanstack/react-query';
import { agreements } from '../api/queries.ts';
import type { AgreementRow, TermRow } from '../api/types.ts';
import { interval } from '../format/date.ts';
import { BriefClaim } from '../frame/brief-claim.tsx';
import { PageHeading } from '../frame/page-heading.tsx';
import { Empty } from '../frame/states.tsx';
import { useTitle } from '../frame/title.ts';
import { strings } from '../strings.ts';

const t = strings.agreement;

/** All agreements with their terms, and what is said of each term. */
export function AgreementsPage() {
  const { data } = useSuspenseQuery(agreements);
  useTitle(t.title);
  const empty = data.agreements.length === 0;
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      {empty && <Empty title={t.empty} hint={t.emptyHint} />}
      {data.agreements.map((agreement) => (
        <One key={agreement.id} agreement={agreement} />
      ))}
    </>
  );
}

function One({ agreement }: { agreement: AgreementRow }) {
  const facts: readonly (readonly [string, string | null])[] = [
    [t.guarantors, agreement.guarantors.join(', ')],
    [t.excluded, agreement.excluded.join(', ')],
    [t.place, agreement.place],
    [t.date, interval(agreement.from, agreement.to)],
  ];
  return (
    <article className="mb-14 border-t border-ink pt-5">
      <h2 className="font-serif text-answer">{agreement.parties.join(' — ') || t.untitled}</h2>
      <dl className="mt-2 grid grid-cols-[7rem_1fr] gap-x-3 gap-y-1 text-caption">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-soft">{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {agreement.terms.length > 0 && (
        <section className="mt-6">
          <h3 className="font-semibold">{t.terms}</h3>
          <ol className="mt-2 grid gap-4 lg:grid-cols-2">
            {agreement.terms.map((term) => (
              <Term key={term.id} term={term} />
            ))}
          </ol>
        </section>
      )}
      {agreement.claims.length > 0 && (
        <section className="mt-6">
          <h3 className="font-semibold">{t.claims}</h3>
          <ul className="mt-2 grid gap-x-8 gap-y-4 lg:grid-cols-2">
            {agreement.claims.map((claim) => (
              <li key={claim.id}>
                <BriefClaim claim={claim} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function Term({ term }: { term: TermRow }) {
  return (
    <li className="rounded-sm border border-rule bg-sheet p-4">
      <p className="label">
        {term.who.join(', ')}
        {term.toWhom.length > 0 && ` → ${term.toWhom.join(', ')}`}
      </p>
      <blockquote className="font-serif" dir="auto">
        {term.does}
      </blockquote>
      {term.condition !== null && (
        <p className="mt-1 text-caption">
          <span className="text-soft">{t.condition}</span> <q>{term.condition}</q>
        </p>
      )}
      <h4 className="label mt-4 border-t border-rule pt-2">{t.said}</h4>
      {term.compliance.length === 0 && <p className="text-caption text-soft">{t.nothing}</p>}
      <ul className="mt-1 space-y-3">
        {term.compliance.map(({ claim, verdict }) => (
          <li key={`${claim.id} ${verdict}`} className="grid grid-cols-[5.5rem_1fr] gap-3">
            <span className="verdict text-caption font-semibold" data-verdict={verdict}>
              {strings.verdict[verdict]}
            </span>
            <BriefClaim claim={claim} />
          </li>
        ))}
      </ul>
    </li>
  );
}
