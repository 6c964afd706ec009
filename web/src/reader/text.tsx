import { useNavigate } from '@tanstack/react-router';
import { type MouseEvent, memo, useMemo } from 'react';
import type { Reading } from '../../../src/model/reading.ts';
import type { DisputeMark } from '../api/types.ts';
import type { Choice } from './choice.ts';
import type { Layer } from './layers.tsx';
import { choiceMarks, innermost, layerMarks, placeDisputes, type Tag, touches } from './marks.ts';
import { layOut, type Paragraph } from './paragraphs.ts';
import { Piece, Sign } from './piece.tsx';
import { cutSegments, type Mark } from './segments.ts';

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
  const signs = useMemo(() => placeDisputes(reading, props.disputes), [reading, props.disputes]);
  const paragraphs = useMemo(() => layOut(text, reading.sentences), [text, reading]);
  const marks = useMemo(() => {
    const all = layerMarks(reading, layers);
    return paragraphs.map(({ start, end }) => all.filter((mark) => mark.start < end && mark.end > start));
  }, [paragraphs, reading, layers]);

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
      {paragraphs.map((paragraph, index) => (
        <MarkedParagraph
          key={paragraph.start}
          paragraph={paragraph}
          number={index + 1}
          text={text}
          marks={marks[index]!}
          layers={layers}
          signs={signs}
          choice={choice !== null && touches(choice, paragraph) ? choice : null}
        />
      ))}
    </div>
  );
});

interface ParagraphProps extends Pick<TextProps, 'text' | 'layers' | 'choice'> {
  readonly paragraph: Paragraph;
  readonly number: number;
  readonly marks: readonly Mark<Tag>[];
  readonly signs: ReadonlyMap<number, readonly DisputeMark[]>;
}

/** One paragraph. It is drawn anew only when its own marks change, so that choosing stays quick in a long text. */
const MarkedParagraph = memo(function MarkedParagraph(props: ParagraphProps) {
  const { paragraph, text, layers, choice } = props;
  const { start, end } = paragraph;
  const marks = choice === null ? props.marks : [...props.marks, ...choiceMarks(choice, layers)];
  const opened = new Set<string>();
  return (
    <p dir="auto" data-kind={paragraph.kind} data-number={props.number}>
      {cutSegments(start, end, marks).flatMap((segment) => {
        const statement = innermost(segment);
        const first = statement !== null && !opened.has(statement.id) && statement.content[0]!.start >= start;
        if (first) opened.add(statement.id);
        const words = text.slice(segment.start, segment.end);
        const piece = <Piece key={segment.start} {...{ segment, statement, first, words, choice }} />;
        const here = layers.has('disputes') ? props.signs.get(segment.end) : undefined;
        return here === undefined ? [piece] : [piece, <Sign key={`at${segment.end}`} disputes={here} />];
      })}
    </p>
  );
});
