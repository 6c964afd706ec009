import { describe, expect, it } from 'vitest';
import { parseSentence } from '../parse/parse.ts';
import { words } from '../text/word.ts';
import { tellsClause } from './attitude.ts';

/** Sentences with the <cue> and the [content] marked. */
const CASES: readonly (readonly [text: string, tells: boolean])[] = [
  ['The council <agreed> [that the fighters would leave the town].', true],
  ['The council <agreed> [to leave the town].', false],
  ['The council <agreed> to [a plan that lets the fighters leave].', false],
  ['They <feared> [the army had left the town].', true],
  ['The <fear> [that the army would return] drove them out.', true],
];

describe('a cue', () => {
  it.each(CASES)('%s tells a clause: %s', (marked, tells) => {
    const text = marked.replace(/[<>[\]]/g, '');
    const tokens = parseSentence(words(text, 0, text.length));
    const inside = (part: string) => {
      const start = text.indexOf(part);
      return [...tokens.keys()].filter(
        (i) => tokens[i]!.start >= start && tokens[i]!.end <= start + part.length,
      );
    };
    const cue = inside(/<(.*)>/.exec(marked)![1]!);
    const content = inside(/\[(.*)\]/.exec(marked)![1]!);
    expect(tellsClause(tokens, cue, content)).toBe(tells);
  });
});
