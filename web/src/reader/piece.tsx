import { Link } from '@tanstack/react-router';
import type { Mention } from '../../../src/model/mention.ts';
import type { Statement } from '../../../src/model/statement.ts';
import type { DisputeMark } from '../api/types.ts';
import { Unequal } from '../frame/unequal.tsx';
import { strings } from '../strings.ts';
import { type Choice, claimHash, statementHash } from './choice.ts';
import type { Tag } from './marks.ts';
import type { Segment } from './segments.ts';

/** A stretch of text with its marks. Where a statement or claim is said, it links to the card; one link a statement takes the Tab key. */
export function Piece(props: {
  segment: Segment<Tag>;
  statement: Statement | null;
  first: boolean;
  words: string;
  choice: Choice | null;
}) {
  const { segment, statement, choice } = props;
  if (segment.tags.length === 0) return props.words;
  const mentions = segment.tags.flatMap((tag) => (tag.kind === 'mention' ? [tag.mention] : []));
  const attributed = segment.tags.some((tag) => tag.kind === 'attribution');
  const words = mentions.length > 0 ? <Named {...{ mentions, segment }} words={props.words} /> : props.words;
  if (statement === null) return attributed ? <span className="attributed">{words}</span> : words;

  const claims = segment.tags.flatMap((tag) => (tag.kind === 'claim' ? [tag.claim] : []));
  const claim = claims.find((c) => c === choice?.claim) ?? claims.find((c) => c.statement === statement.id);
  const covering = segment.tags.flatMap((tag) => (tag.kind === 'content' ? [tag.statement] : []));
  const chosen = choice !== null && covering.includes(choice.statement);
  return (
    <a
      href={`#${claim ? claimHash(claim.id) : statementHash(statement.id)}`}
      className={attributed ? 'said attributed' : 'said'}
      data-own=""
      data-stance={
        statement.mode === 'narrative' && statement.stance === 'asserts' ? 'voice' : statement.stance
      }
      data-statements={covering.map((s) => s.id).join(' ')}
      data-claim={claims.length > 0 ? claims.map((c) => c.id).join(' ') : undefined}
      data-chosen={chosen ? '' : undefined}
      aria-current={chosen ? 'true' : undefined}
      tabIndex={props.first ? undefined : -1}
    >
      {words}
    </a>
  );
}

/** Words that name someone or something, with a letter for each mention that ends here. */
function Named(props: { mentions: readonly Mention[]; segment: Segment<Tag>; words: string }) {
  const { mentions, segment } = props;
  const inner = mentions.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a));
  const letters = mentions.filter((m) => m.end === segment.end).map((m) => strings.letter[m.kind]);
  return (
    <span
      className="named"
      data-opens={mentions.some((m) => m.start === segment.start) ? '' : undefined}
      data-letters={letters.length > 0 ? [...new Set(letters)].join('') : undefined}
      title={inner.name ?? undefined}
    >
      {props.words}
    </span>
  );
}

/** The sign that a claim which ends here is in dispute, with the way to the dispute. */
export function Sign(props: { disputes: readonly DisputeMark[] }) {
  return props.disputes.map((dispute) => (
    <Link
      key={dispute.id}
      to="/disputes/$id"
      params={{ id: dispute.id }}
      className="dispute-mark"
      aria-label={`${strings.reader.inDispute}: ${dispute.question}`}
      title={dispute.question}
    >
      <Unequal />
    </Link>
  ));
}
