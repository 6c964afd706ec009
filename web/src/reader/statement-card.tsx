import { Link } from '@tanstack/react-router';
import type { Claim } from '../../../src/model/claim.ts';
import type { Statement } from '../../../src/model/statement.ts';
import type { DisputeMark } from '../api/types.ts';
import { joinClaimId } from '../format/claim-id.ts';
import { interval } from '../format/date.ts';
import { Unequal } from '../frame/unequal.tsx';
import { strings } from '../strings.ts';
import type { CardProps } from './card.tsx';
import { CardFrame } from './card-frame.tsx';
import { type Choice, claimHash, statementHash } from './choice.ts';
import { Facts } from './facts.tsx';
import { stanceOf } from './piece.tsx';
import { Words } from './pointing.tsx';
import { Proposition } from './proposition.tsx';
import { nameOf, speaker } from './speaker.ts';
import { Reasons, WhyPanel } from './why.tsx';

/** One statement: who speaks, by which words, and what they put forward. */
export function StatementCard(
  props: CardProps & { readonly choice: Extract<Choice, { kind: 'statement' }> },
) {
  const { page, choice, names, onClose, onShow } = props;
  const { document, reading, disputes } = page;
  const { statement } = choice;
  const at = reading.statements.indexOf(statement);
  const claims = reading.claims.filter((claim) => claim.statement === statement.id);
  const stance = stanceOf(statement);
  const name =
    statement.mode === 'narrative'
      ? (document.publisher ?? strings.unknown.voice)
      : speaker(statement, names);
  return (
    <CardFrame
      above={strings.card.ordinal(at + 1, reading.statements.length)}
      title={
        <>
          {name}{' '}
          <span className="swatch font-normal" data-stance={stance}>
            {strings.stance[statement.stance]}
          </span>
        </>
      }
      part={choice.claim === null || choice.claim === claims[0] ? null : choice.claim.id}
      onClose={onClose}
    >
      <p className="label">{strings.mode[statement.mode]}</p>
      <blockquote
        className="stance-bar my-4 ps-4 font-serif text-[1.0625rem] leading-relaxed"
        data-stance={stance}
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
          id={joinClaimId(document.id, claim.id)}
          chosen={claim === choice.claim}
          disputes={disputes.filter((dispute) => dispute.claims.includes(claim.id))}
        />
      ))}
      <Reasons title={strings.card.whyStatement} why={statement.why} />
      <nav
        aria-label={strings.reader.listTitle}
        className="mt-6 flex justify-between gap-3 border-t border-rule pt-3"
      >
        <Step to={reading.statements[at - 1]} name={`← ${strings.reader.previous}`} />
        <Step to={reading.statements[at + 1]} name={`${strings.reader.next} →`} />
      </nav>
    </CardFrame>
  );
}

function ClaimPart(props: { claim: Claim; id: string; chosen: boolean; disputes: readonly DisputeMark[] }) {
  const { claim } = props;
  return (
    <section
      data-part={claim.id}
      className={`mt-4 border-t pt-3 ${props.chosen ? 'border-ink' : 'border-rule'}`}
    >
      <h3 className="mb-2 flex justify-between gap-3 text-caption font-semibold">
        {strings.card.proposition}
        <Link
          to="."
          search={true}
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
      <WhyPanel id={props.id} />
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
    const found = all.find((one) => one.id === id);
    return found === undefined ? null : (
      <Link to="." search={true} hash={statementHash(found.id)} resetScroll={false} className="link">
        {found.source?.text ?? found.content[0]?.text.slice(0, 60) ?? found.id}
      </Link>
    );
  };
  const { time } = statement;
  return (
    <Facts
      rows={[
        [t.for, statement.for === statement.speaker ? null : nameOf(statement.for, names)],
        [t.source, statement.source && <Words span={statement.source} />],
        [t.cue, statement.cue && <Words span={statement.cue} />],
        [t.said, time && (interval(time.from, time.to) ?? time.text)],
        [t.relay, statement.relay],
        [t.within, other(statement.within)],
        [t.about, other(statement.about)],
      ]}
    />
  );
}

function Step({ to, name }: { to: Statement | undefined; name: string }) {
  if (to === undefined) return <span />;
  return (
    <Link
      to="."
      search={true}
      hash={statementHash(to.id)}
      resetScroll={false}
      className="button no-underline"
    >
      {name}
    </Link>
  );
}
