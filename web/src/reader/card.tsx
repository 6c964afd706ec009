import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { Claim } from '../../../src/model/claim.ts';
import type { Statement } from '../../../src/model/statement.ts';
import type { DisputeMark, DocumentPage } from '../api/types.ts';
import { interval } from '../format/date.ts';
import { Unequal } from '../frame/unequal.tsx';
import { strings } from '../strings.ts';
import { type Choice, claimHash, statementHash } from './choice.ts';
import { Proposition } from './proposition.tsx';

interface CardProps {
  readonly page: DocumentPage;
  readonly choice: Choice;
  readonly names: ReadonlyMap<string, string>;
  readonly onClose: () => void;
  readonly onShow: () => void;
}

/** One statement beside its text: who speaks, by which words, and what they put forward. Takes the focus when it opens. */
export function Card({ page, choice, names, onClose, onShow }: CardProps) {
  const { reading, disputes } = page;
  const { statement } = choice;
  const heading = useRef<HTMLHeadingElement>(null);
  const title = useId();
  const at = reading.statements.indexOf(statement);
  const claims = reading.claims.filter((claim) => claim.statement === statement.id);
  const voice = statement.mode === 'narrative';

  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('[data-card]')?.scrollTo({ top: 0 });
  }, []);

  return (
    <section aria-labelledby={title}>
      <div className="flex items-center justify-between gap-3">
        <p className="label tabular-nums">{strings.card.ordinal(at + 1, reading.statements.length)}</p>
        <button type="button" className="button" onClick={onClose}>
          {strings.reader.close}
        </button>
      </div>
      <h2 id={title} ref={heading} tabIndex={-1} className="mt-3 text-answer font-semibold outline-none">
        {voice ? (page.document.publisher ?? strings.unknown.publisher) : speaker(statement, names)}{' '}
        <span
          className="swatch font-normal"
          data-stance={voice && statement.stance === 'asserts' ? 'voice' : statement.stance}
        >
          {strings.stance[statement.stance]}
        </span>
      </h2>
      <p className="label">{strings.mode[statement.mode]}</p>
      <blockquote
        className="stance-bar my-4 ps-4 font-serif text-[1.0625rem] leading-relaxed"
        data-stance={voice && statement.stance === 'asserts' ? 'voice' : statement.stance}
        dir="auto"
      >
        {statement.content.map((span, index) => (
          <span key={span.start}>
            {index > 0 && ' … '}
            {span.text}
          </span>
        ))}
      </blockquote>
      <Attribution statement={statement} names={names} all={reading.statements} />
      <button type="button" className="link mt-2 text-caption" onClick={onShow}>
        {strings.reader.toText}
      </button>
      {claims.length === 0 && <p className="label mt-4">{strings.card.claimless}</p>}
      {claims.map((claim) => (
        <ClaimPart
          key={claim.id}
          claim={claim}
          chosen={claim === choice.claim}
          disputes={disputes.filter((dispute) => dispute.claims.includes(claim.id))}
        />
      ))}
      <Why title={strings.card.whyStatement} why={statement.why} />
      <nav
        aria-label={strings.reader.listTitle}
        className="mt-6 flex justify-between gap-3 border-t border-rule pt-3"
      >
        <Step to={reading.statements[at - 1]} name={`← ${strings.reader.previous}`} />
        <Step to={reading.statements[at + 1]} name={`${strings.reader.next} →`} />
      </nav>
    </section>
  );
}

function ClaimPart(props: { claim: Claim; chosen: boolean; disputes: readonly DisputeMark[] }) {
  const { claim } = props;
  return (
    <section className={`mt-4 border-t pt-3 ${props.chosen ? 'border-ink' : 'border-rule'}`}>
      <h3 className="mb-2 flex justify-between gap-3 text-caption font-semibold">
        {strings.card.proposition}
        <Link
          to="."
          hash={claimHash(claim.id)}
          resetScroll={false}
          className="label font-normal"
          aria-current={props.chosen ? 'true' : undefined}
        >
          {claim.id}
        </Link>
      </h3>
      <Proposition claim={claim} />
      {props.disputes.map((dispute) => (
        <p key={dispute.id} className="mt-3 rounded-sm bg-well px-3 py-2 text-caption">
          <span className="font-semibold text-disputes">
            <Unequal /> {strings.card.disputed}
          </span>
          <Link to="/disputes/$id" params={{ id: dispute.id }} className="link mt-0.5 block">
            {dispute.question}
          </Link>
        </p>
      ))}
      <Why title={strings.card.why} why={claim.why} />
    </section>
  );
}

function Attribution(props: {
  statement: Statement;
  names: ReadonlyMap<string, string>;
  all: readonly Statement[];
}) {
  const { statement, names, all } = props;
  const t = strings.card;
  const other = (id: string | null) => {
    const found = all.find((s) => s.id === id);
    return found === undefined ? null : (
      <Link to="." hash={statementHash(found.id)} resetScroll={false} className="link">
        {found.source?.text ?? found.content[0]?.text.slice(0, 60) ?? found.id}
      </Link>
    );
  };
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t.for, statement.for === statement.speaker ? null : nameOf(statement.for, names)],
    [t.source, statement.source && <q>{statement.source.text}</q>],
    [t.cue, statement.cue && <q>{statement.cue.text}</q>],
    [t.said, statement.time && (interval(statement.time.from, statement.time.to) ?? statement.time.text)],
    [t.relay, statement.relay],
    [t.within, other(statement.within)],
    [t.about, other(statement.about)],
  ];
  const filled = rows.filter(([, value]) => value !== null);
  if (filled.length === 0) return null;
  return (
    <dl className="grid grid-cols-[6.5rem_1fr] gap-x-3 gap-y-1.5 text-caption">
      {filled.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Why({ title, why }: { title: string; why: readonly string[] }) {
  if (why.length === 0) return null;
  return (
    <details className="mt-3 text-caption">
      <summary className="text-soft">{title}</summary>
      <ul className="mt-1 list-disc ps-5 font-mono text-[0.75rem] break-words">
        {why.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </details>
  );
}

function Step({ to, name }: { to: Statement | undefined; name: string }) {
  if (to === undefined) return <span />;
  return (
    <Link to="." hash={statementHash(to.id)} resetScroll={false} className="button no-underline">
      {name}
    </Link>
  );
}

/** Who speaks, by the best name known: the entity, else the words of the text. */
export function speaker(statement: Statement, names: ReadonlyMap<string, string>): string {
  return nameOf(statement.speaker, names) ?? statement.source?.text ?? strings.unknown.speaker;
}

function nameOf(id: string | null, names: ReadonlyMap<string, string>): string | null {
  return id === null ? null : (names.get(id) ?? id);
}
