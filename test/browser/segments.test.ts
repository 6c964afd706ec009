import { describe, expect, test } from 'vitest';
import { day, interval } from '../../web/src/format/date.ts';
import { readLayers, writeLayers } from '../../web/src/reader/layer.ts';
import { layOut } from '../../web/src/reader/paragraphs.ts';
import { cutSegments } from '../../web/src/reader/segments.ts';

describe('overlapping marks', () => {
  const cut = (start: number, end: number, ...marks: [number, number, string][]) =>
    cutSegments(
      start,
      end,
      marks.map(([from, to, tag]) => ({ start: from, end: to, tag })),
    ).map((segment) => `${segment.start}-${segment.end}:${segment.tags.join('+')}`);

  test('become segments in a row', () => {
    expect(cut(0, 10, [2, 6, 'a'], [4, 8, 'b'])).toEqual(['0-2:', '2-4:a', '4-6:a+b', '6-8:b', '8-10:']);
  });

  test('may be nested, equal, empty, or reach over the edges', () => {
    expect(cut(0, 6, [0, 6, 'a'], [2, 4, 'b'])).toEqual(['0-2:a', '2-4:a+b', '4-6:a']);
    expect(cut(0, 4, [1, 3, 'a'], [1, 3, 'b'])).toEqual(['0-1:', '1-3:a+b', '3-4:']);
    expect(cut(0, 4, [2, 2, 'a'], [5, 9, 'b'])).toEqual(['0-4:']);
    expect(cut(3, 6, [0, 4, 'a'], [5, 9, 'b'])).toEqual(['3-4:a', '4-5:', '5-6:b']);
  });
});

describe('paragraphs', () => {
  const sentence = (start: number, end: number, paragraph: number) => ({
    start,
    end,
    paragraph,
    kind: 'body' as const,
  });

  test('are lines, blank ones left out, whatever ends them', () => {
    const text = 'One.\r\n\r\n  Two.\nThree.';
    expect(layOut(text, []).map(({ start, end }) => text.slice(start, end))).toEqual([
      'One.',
      '  Two.',
      'Three.',
    ]);
  });

  test('are joined where the Reading holds two lines for one', () => {
    const text = 'One goes\non here. Two.\nThree.';
    const sentences = [sentence(0, 17, 0), sentence(18, 22, 0), sentence(23, 29, 1)];
    expect(layOut(text, sentences).map(({ start, end }) => text.slice(start, end))).toEqual([
      'One goes\non here. Two.',
      'Three.',
    ]);
  });
});

describe('layers in an address', () => {
  const through = (value: string | undefined) => writeLayers(readLayers(value));

  test('are named in one order, those of the beginning not at all', () => {
    expect(through('place.attributed')).toBe('attributed.place');
    expect(through(undefined)).toBeUndefined();
    expect(through('disputes.claims.voice.attributed')).toBeUndefined();
    expect([...readLayers('none')]).toEqual([]);
    expect(through('none')).toBe('none');
  });

  test('that there are not are passed over; an address with no other shows those of the beginning', () => {
    expect([...readLayers('verdicts.time')]).toEqual(['time']);
    expect(through('verdicts')).toBeUndefined();
  });
});

describe('dates', () => {
  test('are written as people write them, in the publisher’s own day', () => {
    expect(day('2017-10-15')).toBe('15 Oct 2017');
    expect(day('2017-10-15T23:30:00-11:00')).toBe('15 Oct 2017');
    expect(day('2017-10')).toBe('October 2017');
    expect(day(null)).toBe('Date not given');
    expect(interval('2017-10-12', '2017-10-12')).toBe('12 Oct 2017');
    expect(interval('2017-10-12', null)).toBe('12 Oct 2017 –');
    expect(interval(null, null)).toBeNull();
  });
});
