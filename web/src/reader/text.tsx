import { Link, useNavigate } from '@tanstack/react-router';
import { type MouseEvent, memo, useMemo } from 'react';
import type { Mention } from '../../../src/model/mention.ts';
import type { Reading } from '../../../src/model/reading.ts';
import type { Statement } from '../../../src/model/statement.ts';
import type { DisputeMark } from '../api/types.ts';
import { Unequal } from '../frame/unequal.tsx';
import { strings } from '../strings.ts';
import { type Choice, claimHash, statementHash } from './choice.ts';
import type { Layer } from './layers.tsx';
import { collectMarks, innermost, placeDisputes, type Tag } from './marks.ts';
import { layOut } from './paragraphs.ts';
import { cutSegments, type Segment } from './segments.ts';

interface TextProps {
  readonly text: string;
  readonly language: string | null;
  readonly reading: Reading;
  readonly disputes: readonly DisputeMark[];
  readonly layers: ReadonlySet<Layer>;
  readonly choice: Choice | null;
}

/** The document's text, marked. It is put on the page as text only; whatever markup it may hold shows as typed. */
export const Text = memo(function Text(props: TextProps) {
  const { text, reading, layers, choice } = props;
  const navigate = useNavigate();
  const paragraphs = useMemo(() => layOut(text, reading.sentences), [text, reading]);
  const marks = useMemo(() => collectMarks(reading, layers, choice), [reading, layers, choice]);
  const signs = useMemo(() => placeDisputes(reading, props.disputes), [reading, props.disputes]);
  const pieces = useMemo(() => {
    const opened = new Set<string>();
    return paragraphs.map((paragraph) => ({
      ...paragraph,
      pieces: cutSegments(paragraph.start, paragraph.end, marks).map((segment) => {
        const statement = innermost(segment);
        const first = statement !== null && !opened.has(statement.id);
        if (first) opened.add(statement.id);
        return { segment, statement, first };
      }),
    }));
  }, [paragraphs, marks]);

  const choose = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-own]') : null;
    if (link === null || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void navigate({ to: '.', hash: link.getAttribute('href')!.slice(1), resetScroll: false });
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside take Enter themselves and bubble it as a click
    // biome-ignore lint/a11y/noStaticElementInteractions: only routes clicks on the links inside
    <div className="text font-serif text-reading" lang={props.language ?? undefined} onClick={choose}>
      {pieces.map((paragraph, index) => (
        <p key={paragraph.start} dir="auto" data-kind={paragraph.kind} data-number={index + 1}>
          {paragraph.pieces.flatMap(({ segment, statement, first }) => {
            const words = text.slice(segment.start, segment.end);
            const piece = <Piece key={segment.start} {...{ segment, statement, first, words, choice }} />;
            const here = layers.has('disputes') ? signs.get(segment.end) : undefined;
            return here === undefined ? [piece] : [piece, <Sign key={`at${segment.end}`} disputes={here} />];
          })}
        </p>
      ))}
    </div>
  );
});

function Piece(props: {
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

function Sign(props: { disputes: readonly DisputeMark[] }) {
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
