import { describe, expect, it } from 'vitest';
import { draftBefore } from '../reading.ts';
import { layoutOf } from './involved-document.ts';
import { wordingsOf } from './involved-wording.ts';

function wordsIn(text: string): { groups: string[][]; wordings: (head: string) => string[] } {
  const draft = draftBefore('involved', { text });
  const { candidates, groups } = layoutOf(draft);
  const head = (i: number) => {
    const c = candidates[i]!;
    return draft.sentences[c.sentence]!.tokens[c.head]!.form;
  };
  return {
    groups: groups.map((g) => g.members.map(head)),
    wordings: (noun) =>
      candidates.flatMap((c, i) => {
        if (head(i) !== noun) return [];
        const { tokens } = draft.sentences[c.sentence]!;
        return wordingsOf(draft, c).map(([from, to]) => text.slice(tokens[from]!.start, tokens[to - 1]!.end));
      }),
  };
}

describe('mentions of one participant', () => {
  it('go together by their last word, unless other words tell them apart', () => {
    const { groups } = wordsIn(
      'Gunmen burned the Dutch embassy. The masked gunmen then shot at the Norwegian embassy.',
    );
    expect(groups).toContainEqual(['Gunmen', 'gunmen']);
    expect(groups.filter((g) => g.includes('embassy'))).toEqual([['embassy'], ['embassy']]);
  });

  it('go together where a name is given with its acronym in another language', () => {
    const { groups } = wordsIn(
      'The Northern Peasants Front (FCN) burned a bus. Later the FCN burned a truck.',
    );
    expect(groups).toContainEqual(['Front', 'FCN', 'FCN']);
  });

  it('stay few steps where one word names many', () => {
    const text = Array.from({ length: 3000 }, (_, i) => `A number${i} guard fell.`).join(' ');
    expect(wordsIn(text).groups.flat().length).toBeGreaterThan(2000);
  });
});

describe('the words that may name a participant', () => {
  it('run from the noun alone to its whole phrase, an owner and what stands before it', () => {
    const { wordings } = wordsIn(
      "Two heavily armed men burned the mayor's car in front of members of the guard.",
    );
    expect(wordings('men')).toEqual(expect.arrayContaining(['men', 'armed men', 'heavily armed men']));
    expect(wordings('car')).toEqual(expect.arrayContaining(['car', "mayor's car"]));
    expect(wordings('members')).toContain('members of the guard');
    expect(wordings('men').some((w) => /^(?:and|the|in) /.test(w))).toBe(false);
  });
});
