import { useNavigate } from '@tanstack/react-router';
import { type MouseEvent, memo, useMemo } from 'react';
import type { Reading } from '../../../src/model/reading.ts';
import type { Span } from '../../../src/model/span.ts';
import type { DisputeMark } from '../api/types.ts';
import type { Choice } from './choice.ts';
import type { Layer } from './layer.ts';
import { choiceMarks, innermost, layerMarks, point, type Tag } from './marks.ts';
import { layOut, type Paragraph } from './paragraphs.ts';
import { Piece } from './piece.tsx';
import { cutSegments, type Mark } from './segments.ts';
import { placeSigns, type SignOf, Signs } from './sign.tsx';

interface TextProps {
  readonly text: string;
  readonly language: string | null;
  readonly reading: Reading;
  readonly disputes: readonly DisputeMark[];
  readonly layers: ReadonlySet<Layer>;
  readonly choice: Choice | null;
  /** Words that a card points at. */
  readonly pointed: Span | null;
}

const NO_MARKS: readonly Mark<Tag>[] = [];

/** The document's text, marked. It is put on the page as text only; whatever markup it may hold shows as typed. */
export const Text = memo(function Text(props: TextProps) {
  const { text, reading, layers, choice, pointed, disputes } = props;
  const navigate = useNavigate();
  const signs = useMemo(() => placeSigns(reading, disputes, layers), [reading, disputes, layers]);
  const paragraphs = useMemo(() => layOut(text, reading.sentences), [text, reading]);
  const marks = useMemo(() => {
    const all = layerMarks(reading, layers);
    return paragraphs.map((paragraph) => all.filter((mark) => touches(mark, paragraph)));
  }, [paragraphs, reading, layers]);
  const further = [
    ...(choice === null ? [] : choiceMarks(choice, layers, reading, pointed === null)),
    ...(pointed === null ? [] : point(pointed)),
  ];

  const choose = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-own]') : null;
    if (link === null || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void navigate({ to: '.', search: true, hash: link.getAttribute('href')!.slice(1), resetScroll: false });
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside take Enter themselves and bubble it as a click
    // biome-ignore lint/a11y/noStaticElementInteractions: only routes clicks on the links inside
    <div className="text font-serif text-reading" lang={props.language ?? undefined} onClick={choose}>
      {paragraphs.map((paragraph, index) => {
        const own = further.filter((mark) => touches(mark, paragraph));
        return (
          <MarkedParagraph
            key={paragraph.start}
            paragraph={paragraph}
            number={index + 1}
            text={text}
            marks={marks[index]!}
            further={own.length > 0 ? own : NO_MARKS}
            signs={signs}
            choice={own.length > 0 ? choice : null}
          />
        );
      })}
    </div>
  );
});

interface ParagraphProps extends Pick<TextProps, 'text' | 'choice'> {
  readonly paragraph: Paragraph;
  readonly number: number;
  readonly marks: readonly Mark<Tag>[];
  /** Marks of what is chosen or pointed at. */
  readonly further: readonly Mark<Tag>[];
  readonly signs: ReadonlyMap<number, readonly SignOf[]>;
}

/** One paragraph. It is drawn anew only when its own marks change, so that choosing stays quick in a long text. */
const MarkedParagraph = memo(function MarkedParagraph(props: ParagraphProps) {
  const { paragraph, text, choice } = props;
  const { start, end } = paragraph;
  const opened = new Set<string>();
  return (
    <p dir="auto" data-kind={paragraph.kind} data-number={props.number}>
      {cutSegments(start, end, [...props.marks, ...props.further], props.signs.keys()).flatMap((segment) => {
        const statement = innermost(segment);
        const first =
          statement !== null &&
          !opened.has(statement.id) &&
          statement.content[0]!.start >= start &&
          segment.tags.every((tag) => tag.kind !== 'mention');
        if (first) opened.add(statement.id);
        const words = text.slice(segment.start, segment.end);
        const piece = <Piece key={segment.start} {...{ segment, statement, first, words, choice }} />;
        const here = props.signs.get(segment.end);
        return here === undefined ? [piece] : [piece, <Signs key={`at${segment.end}`} signs={here} />];
      })}
    </p>
  );
});

function touches(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && a.end > b.start;
}
