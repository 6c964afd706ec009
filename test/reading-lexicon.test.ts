import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileLexicon } from '../scripts/compile-lexicon.ts';
import { findCues } from '../src/attribution/cue.ts';
import { toDocument } from '../src/contract/document.ts';
import { agreementEntries, agreementWords, wordsOfEntry } from '../src/lexicon/agreement.ts';
import { cues } from '../src/lexicon/cue.ts';
import { dataPath } from '../src/lexicon/data.ts';
import { events, isObjectClass } from '../src/lexicon/event.ts';
import { people, peopleOf } from '../src/lexicon/people.ts';
import { chunksOf } from '../src/mention/lookup.ts';
import { mention } from '../src/mention/mention.ts';
import type { Draft } from '../src/model/draft.ts';
import { syntax } from '../src/parse/syntax.ts';
import { senseAt } from '../src/proposition/sense.ts';
import { blank, read } from '../src/reading.ts';
import { segment } from '../src/text/segment.ts';

/** An example with the words that fire its entry in braces. */
function braced(example: string): { text: string; start: number; end: number } {
  const start = example.indexOf('{');
  const end = example.indexOf('}') - 1;
  return { text: example.replace(/[{}]/gu, ''), start, end };
}

/** A draft read as far as mentions. */
function draftOf(text: string): Draft {
  return [segment, syntax, mention].reduce<Draft>(
    (draft, stage) => stage.run(draft),
    blank(toDocument({ text })),
  );
}

it('is compiled from its YAML: run `npm run lexicon` after an edit', () => {
  expect(readFileSync(dataPath('lexicon/lexicon.json'), 'utf8')).toBe(compileLexicon());
});

describe('every example of the lexicon fires its entry', () => {
  it.each(
    events()
      .filter((e) => !e.idle)
      .map((e) => [e.example, e] as const),
  )('%s', (example, entry) => {
    const { text, start } = braced(example);
    const draft = draftOf(text);
    const sentence = draft.sentences[0]!;
    const at = sentence.tokens.findIndex((t) => t.start === start);
    const sense = senseAt(draft, sentence, at);
    expect(
      `${sense?.entry.event}/${sense?.entry.mode}`,
      sentence.tokens.map((t) => `${t.form}/${t.xpos}`).join(' '),
    ).toBe(`${entry.event}/${entry.mode}`);
  });

  it.each(
    events()
      .filter((e) => e.idle)
      .map((e) => [e.example]),
  )('%s names no event', (example) => {
    const { text, start } = braced(example);
    const draft = draftOf(text);
    const sentence = draft.sentences[0]!;
    expect(
      senseAt(
        draft,
        sentence,
        sentence.tokens.findIndex((t) => t.start === start),
      ),
    ).toBeNull();
  });

  it.each(
    cues()
      .filter((e) => e.speech)
      .map((e) => [e.example, e.sense] as const),
  )('%s', (example, sense) => {
    const { text, start } = braced(example);
    const { tokens } = draftOf(text).sentences[0]!;
    expect(findCues(tokens).find((c) => tokens[c.at]!.start === start)?.entry.sense).toBe(sense);
  });

  it.each(people().map((e) => [e.example, e] as const))('%s', (example, entry) => {
    const { text, end } = braced(example);
    const { tokens } = draftOf(text).sentences[0]!;
    const chunk = chunksOf(tokens).find((c) => tokens[c.to - 1]!.end === end)!;
    const before = tokens.slice(chunk.from, chunk.head).map((t) => t.form.toLowerCase());
    expect(peopleOf(tokens[chunk.head]!.lemma, before)?.sense).toBe(entry.sense);
  });

  it.each(agreementEntries().map((e) => [e.example, e] as const))('%s', (example, entry) => {
    const { text, start } = braced(example);
    const token = draftOf(text).sentences[0]!.tokens.find((t) => t.start === start)!;
    const behind = text.slice(start).toLowerCase();
    const fired = [
      token.lemma,
      token.form,
      ...entry.forms.filter(
        (f) => f.includes(' ') && behind.includes(f.split(' ')[1]!) && f.startsWith(token.lemma),
      ),
    ].flatMap((form) => agreementWords(wordsOfEntry(entry), form.toLowerCase()));
    expect(fired).toContain(entry);
    if (entry.status)
      expect(
        read({ text }).agreements.flatMap((a) => a.statuses!.map((n) => [n.start, n.status])),
      ).toContainEqual([start, entry.status]);
  });

  it('asks for objects of known classes only', () => {
    const asked = events().flatMap((e) => [e.obj, e.subj].filter((name) => name !== null));
    expect(asked.filter((name) => !isObjectClass(name))).toEqual([]);
  });

  it('names a form once in each sense', () => {
    for (const entry of [...events(), ...cues(), ...people(), ...agreementEntries()])
      expect(new Set(entry.forms).size, entry.example).toBe(entry.forms.length);
  });
});
