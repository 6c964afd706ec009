import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actorSources, bodySources, compileActors } from '../scripts/compile-lexicon.ts';
import { actorById, actors, lookupActor, scanActors } from '../src/lexicon/actor.ts';
import { dataPath } from '../src/lexicon/data.ts';
import { isAcronym, namePieces } from '../src/lexicon/name-piece.ts';
import { words as cut } from '../src/text/word.ts';

const words = (text: string) => cut(text, 0, text.length);
const ids = (text: string) => scanActors(words(text)).map(({ entry }) => entry.id);
const sources = actorSources();

describe('the actor lexicon', () => {
  it('is compiled from its YAML: run `npm run lexicon` after an edit', () => {
    expect(readFileSync(dataPath('actors/actors.json'), 'utf8')).toBe(compileActors());
  });

  it('gives every entry an id of its own', () => {
    const seen = sources.map(({ id }) => id);
    expect(seen.filter((id, i) => seen.indexOf(id) !== i)).toEqual([]);
  });

  it('ties entries only to entries or to organs of states', () => {
    const loose = actors().flatMap((entry) =>
      entry.relations.filter(({ to }) => actorById(to) === undefined).map(({ to }) => `${entry.id} -> ${to}`),
    );
    expect(loose).toEqual([]);
  });

  it('repeats no name within an entry', () => {
    const doubled = sources.filter(({ names }) => {
      const spellings = names.map((name) =>
        namePieces(name)
          .map(({ form, key }) => (isAcronym(form) ? form : key))
          .join(' '),
      );
      return new Set(spellings).size !== spellings.length;
    });
    expect(doubled.map(({ file, id }) => `${file}: ${id}`)).toEqual([]);
  });

  it('fires every entry on its example', () => {
    const silent = sources.filter(
      ({ id, example }) =>
        !scanActors(words(example)).some(({ entry, rivals }) =>
          [entry, ...rivals].some((found) => found.id === `actor:${id}`),
        ),
    );
    expect(silent.map(({ file, id, example }) => `${file}: ${id}: ${example}`)).toEqual([]);
  });

  it('finds every entry by every name', () => {
    const lost = sources.flatMap(({ id, names }) =>
      names.filter((name) => !lookupActor(name).some((entry) => entry.id === `actor:${id}`)),
    );
    expect(lost).toEqual([]);
  });

  it('fires every organ of a state on its example', () => {
    const silent = bodySources().filter(
      ({ id, example }) => !ids(example).some((found) => found.endsWith(`-${id}`)),
    );
    expect(silent.map(({ id, example }) => `${id}: ${example}`)).toEqual([]);
  });
});

describe('scanning for actors', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['ISIS, IS, Daesh and the Islamic State are one.', Array(4).fill('islamic-state')],
    ['This is what it is; who is it for, and is it for us?', []],
    ['The U.S.-backed force and the US.', ['us', 'us']],
    ['People’s Protection Units', ['ypg']],
    [
      'Syrian government forces, Syria’s army and the army of Syria',
      ['sy-military', 'sy-military', 'sy-military'],
    ],
    ['the Iraqi ministry of migration', ['iq-migration-ministry']],
    ['the health ministry of Jordan', ['jo-health-ministry']],
    ['a coalition of parties in Damascus', ['sy']],
    ['WHO IS TO BLAME?', []],
    ['Let them go up the hill; LeT denied it.', ['lashkar-e-taiba']],
    ['the African Union, Syria', ['african-union', 'sy']],
    ['Syrian, government forces', ['sy']],
    ['Russian warplanes and Turkish-backed rebels', ['ru-air-force', 'tr']],
  ];
  it.each(cases)('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected.map((id) => `actor:${id}`));
  });

  it('says by what it knew them', () => {
    const found = scanActors(words('Damascus said Syrian troops and the SDF met.'));
    expect(found.map(({ via, alias }) => [via, alias])).toEqual([
      ['metonym', 'Damascus'],
      ['body', 'Syrian troops'],
      ['name', 'SDF'],
    ]);
  });

  it('names rivals of a shared acronym', () => {
    const [match] = scanActors(words('The SNA advanced.'));
    const both = [match?.entry, ...(match?.rivals ?? [])].map((entry) => entry?.id);
    expect(both.sort()).toEqual(['actor:so-military', 'actor:syrian-national-army']);
  });

  it('looks up a state’s organ by its whole name', () => {
    const found = [
      'Syrian troops',
      'Syria’s foreign ministry',
      'the army of Jordan',
      'Syrian troops near Homs',
    ].map((name) => lookupActor(name).map(({ id }) => id));
    expect(found).toEqual([['actor:sy-military'], ['actor:sy-foreign-ministry'], ['actor:jo-military'], []]);
  });

  it('ties an organ made by rule to its state', () => {
    const [match] = scanActors(words('Yemeni coast guard'));
    expect(match?.entry).toMatchObject({ id: 'actor:ye-border-guard', names: ['Yemeni border guard'] });
    expect(match?.entry.relations).toEqual([{ kind: 'partOf', to: 'actor:ye', from: null, until: null }]);
    expect(actorById('actor:ye-border-guard')).toBe(match?.entry);
  });

  it('yields nothing for any odd input', () => {
    expect(scanActors([])).toEqual([]);
    expect(ids('— – - … ’s ( ) ￿')).toEqual([]);
    expect(lookupActor('')).toEqual([]);
    expect(lookupActor('is')).toEqual([]);
  });
});
