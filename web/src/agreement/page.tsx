import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DigestAgreement, DigestTerm } from '../../../src/model/digest.ts';
import { agreements } from '../api/queries.ts';
import { argNames } from '../format/args.ts';
import { interval } from '../format/date.ts';
import { ClaimLink } from '../frame/claim-link.tsx';
import { PageHeading } from '../frame/page-heading.tsx';
import { Empty } from '../frame/states.tsx';
import { useTitle } from '../frame/title.ts';
import { strings } from '../strings.ts';

const t = strings.agreement;

/** All agreements with their terms, and what is said of each term. */
export function AgreementsPage() {
  const { data } = useSuspenseQuery(agreements);
  useTitle(t.title);
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      {data.agreements.length === 0 && <Empty title={t.empty} hint={t.emptyHint} />}
      {data.agreements.map((agreement) => (
        <One key={agreement.id} agreement={agreement} />
      ))}
    </>
  );
}

function One({ agreement }: { agreement: DigestAgreement }) {
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t.guarantors, argNames(agreement.guarantors)],
    [t.excluded, argNames(agreement.excluded)],
    [t.place, agreement.place && (agreement.place.name ?? agreement.place.text)],
    [t.date, agreement.date && interval(agreement.date.from, agreement.date.to)],
    [
      t.claims,
      agreement.claims.length > 0 && (
        <ul className="flex flex-wrap gap-x-3">
          {agreement.claims.map((id) => (
            <li key={id}>
              <ClaimLink id={id} />
            </li>
          ))}
        </ul>
      ),
    ],
  ];
  return (
    <article className="mb-12 border-t border-ink pt-5">
      <h2 className="font-serif text-answer">{argNames(agreement.parties) || t.untitled}</h2>
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
        <ol className="mt-5 grid gap-4 md:grid-cols-2" aria-label={t.terms}>
          {agreement.terms.map((term) => (
            <Term key={term.id} term={term} />
          ))}
        </ol>
      )}
    </article>
  );
}

function Term({ term }: { term: DigestTerm }) {
  return (
    <li className="rounded-sm border border-rule bg-sheet p-4">
      <p className="label">
        {argNames(term.who)}
        {term.toWhom.length > 0 && ` → ${argNames(term.toWhom)}`}
      </p>
      <blockquote className="mt-1 font-serif" dir="auto">
        {term.does.text}
      </blockquote>
      {term.condition !== null && (
        <p className="mt-1 text-caption">
          <span className="text-soft">{t.condition}</span> <q>{term.condition.text}</q>
        </p>
      )}
      <p className="label mt-3">{t.said}</p>
      {term.compliance.length === 0 ? (
        <p className="text-caption">{t.nothing}</p>
      ) : (
        <ul className="text-caption">
          {term.compliance.map(({ claim, verdict }) => (
            <li key={`${claim}-${verdict}`} className="flex gap-3">
              <span className="w-16 font-semibold">{strings.verdict[verdict]}</span>
              <ClaimLink id={claim} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
