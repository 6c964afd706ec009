import type { ReactNode } from 'react';
import type { Mention } from '../../../src/model/mention.ts';
import type { Statement } from '../../../src/model/statement.ts';
import { strings } from '../strings.ts';
import {
  agreementHash,
  type Choice,
  claimHash,
  controlHash,
  involvedHash,
  mentionHash,
  statementHash,
} from './choice.ts';
import type { Tag } from './marks.ts';
import type { Segment } from './segments.ts';

/**
 * A stretch of text with its marks. Where a name is marked it links to the card of what it names, else to the card of the statement
 * or claim said in it, else of an agreement, of control or of who is involved; one link a statement takes the Tab key.
 */
export function Piece(props: {
  segment: Segment<Tag>;
  statement: Statement | null;
  first: boolean;
  words: string;
  choice: Choice | null;
}) {
  const { segment, statement, choice } = props;
  if (segment.tags.length === 0) return props.words;
  const mentions = tagsOf(segment, 'mention').map((tag) => tag.mention);
  const inner = mentions.reduce<Mention | null>(
    (a, b) => (a === null || b.end - b.start < a.end - a.start ? b : a),
    null,
  );
  const words = framed(
    segment,
    inner === null ? props.words : <Named {...{ mentions, inner, segment }} words={props.words} />,
  );
  const claims = tagsOf(segment, 'claim').map((tag) => tag.claim);
  const chosen = choice?.kind === 'statement' ? choice : null;
  const claim =
    claims.find((one) => one === chosen?.claim) ?? claims.find((one) => one.statement === statement?.id);
  const [term] = tagsOf(segment, 'agreement');
  const [held] = tagsOf(segment, 'control');
  const [involved] = tagsOf(segment, 'involved');
  const hash =
    inner !== null
      ? mentionHash(inner.id)
      : claim !== undefined
        ? claimHash(claim.id)
        : statement !== null
          ? statementHash(statement.id)
          : term !== undefined
            ? agreementHash(term.agreement.id)
            : held !== undefined
              ? controlHash(held.number)
              : involved !== undefined
                ? involvedHash(involved.number)
                : null;
  const pointed = tagsOf(segment, 'pointed');
  const isMain = pointed.some(({ main }) => main);
  const looks = {
    className: [
      statement !== null && 'said',
      tagsOf(segment, 'attribution').length > 0 && 'attributed',
      term !== undefined && 'term',
      held !== undefined && 'held',
      involved !== undefined && 'involved',
    ]
      .filter((name) => name !== false)
      .join(' '),
    'data-pointed': pointed.length === 0 ? undefined : isMain ? 'main' : 'also',
  };
  const covering = tagsOf(segment, 'content').map((tag) => tag.statement);
  const isChosen = chosen !== null && covering.includes(chosen.statement);
  const marks = {
    'data-stance': statement === null ? undefined : stanceOf(statement),
    'data-statements': covering.map((one) => one.id).join(' ') || undefined,
    'data-claim': claims.length > 0 ? claims.map((one) => one.id).join(' ') : undefined,
    'data-chosen': isChosen ? '' : undefined,
  };
  // A blank between two marks is part of what is said, but no link to press.
  if (hash === null || props.words.trim() === '') {
    return (
      <span {...looks} {...marks}>
        {words}
      </span>
    );
  }
  return (
    <a
      {...looks}
      {...marks}
      href={`#${hash}`}
      data-own=""
      aria-current={isChosen || isMain ? 'true' : undefined}
      tabIndex={props.first ? undefined : -1}
    >
      {words}
    </a>
  );
}

/** The stance as it is drawn; a plain assertion in the document's own voice has a line of its own. */
export function stanceOf({ mode, stance }: Statement): string {
  return mode === 'narrative' && stance === 'asserts' ? 'voice' : stance;
}

function tagsOf<K extends Tag['kind']>(segment: Segment<Tag>, kind: K): Extract<Tag, { kind: K }>[] {
  return segment.tags.filter((tag): tag is Extract<Tag, { kind: K }> => tag.kind === kind);
}

/** Words that fill a slot of the chosen claim, with the name of the slot where they begin. */
function framed(segment: Segment<Tag>, words: ReactNode): ReactNode {
  const slots = tagsOf(segment, 'slot');
  if (slots.length === 0) return words;
  const names = [
    ...new Set(slots.filter(({ start }) => start === segment.start).map(({ slot }) => strings.slot[slot])),
  ];
  return (
    <span
      className="slot"
      data-taken={slots.every(({ taken }) => taken) ? '' : undefined}
      data-slot={names.length > 0 ? names.join(', ') : undefined}
    >
      {words}
    </span>
  );
}

/** Words that name someone or something, with a letter for each mention that ends here. */
function Named(props: {
  mentions: readonly Mention[];
  inner: Mention;
  segment: Segment<Tag>;
  words: string;
}) {
  const { mentions, inner, segment } = props;
  const letters = mentions.filter((one) => one.end === segment.end).map((one) => strings.letter[one.kind]);
  return (
    <span
      className="named"
      data-opens={mentions.some((one) => one.start === segment.start) ? '' : undefined}
      data-letters={letters.length > 0 ? [...new Set(letters)].join('') : undefined}
      title={inner.name ?? undefined}
    >
      {props.words}
    </span>
  );
}
