import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gazetteer } from '../../src/lexicon/gazetteer.ts';
import { findPlaces, type PlaceFound } from '../../src/mention/place.ts';
import { isDemonym } from '../../src/mention/place-guard.ts';
import { type PlaceModel, placeModel } from '../../src/mention/place-model.ts';
import { kilometres } from '../../src/mention/place-option.ts';
import { MissingGold } from '../gold.ts';
import { type GoldPlace, type PlaceText, readPlaceTexts, trainPlaces } from '../places.ts';
import type { Layer, ScoreRow } from './layer.ts';

/*
 * Conventions. A span counts when both its ends are right. A direction ("northern Syria") may be taken off what is found, and a kind in
 * lower case is ("Aleppo province"), since the corpora leave them out; a full stop that only one of the two has makes no difference.
 *
 * LGL marks every name of a place, also within other names ("Dublin City Council") and, three times out of four, adjectives and
 * inhabitants ("Georgian", "Russians"); all count as gold. The reader does not read adjectives as places, so they count as missed in the
 * row of the corpus; the row "names only" leaves them out of the gold. GeoWebNews says how each name is used: those that are or stand
 * for a place count (literal, mixed, modifier, coercion, metonymic); what is found over any other mark (within other names, adjectives,
 * inhabitants, languages) counts neither way, and its title lines bear no marks.
 *
 * A right span counts for the distance when the gold has a point, or an id that the gazetteer holds, and the reader gives a point.
 */
const COUNTED = /^(?:Literal|Mixed|Literal_Modifier|Coercion|Metonymic)$/;

/** Called with every difference. */
export type PlaceWitness = (
  kind: 'missed' | 'extra' | 'far',
  text: PlaceText,
  gold: GoldPlace | null,
  found: PlaceFound | null,
) => void;

/** What is added up over documents. */
export interface PlaceTally {
  documents: number;
  gold: number;
  found: number;
  exact: number;
  /** Gold with a point or an id, and how many of these the gazetteer holds. */
  pointed: number;
  held: number;
  located: number;
  near: number;
}

/** A tally of nothing. */
export function emptyTally(): PlaceTally {
  return { documents: 0, gold: 0, found: 0, exact: 0, pointed: 0, held: 0, located: 0, near: 0 };
}

const REACH = 161;

/** Scores one document; `names` leaves adjectives and inhabitants out of the gold. */
export function scorePlaces(
  text: PlaceText,
  model: PlaceModel,
  tally: PlaceTally,
  names: boolean,
  witness: PlaceWitness = () => {},
): void {
  const counted = text.places.filter((place) => place.type === undefined || COUNTED.test(place.type));
  const wanted = counted.filter((place) => !names || !place.str.split(' ').every(isDemonym));
  const other = text.places.filter(
    (place) => !wanted.includes(place) && !/Expression|Non_Toponym/.test(place.type ?? ''),
  );
  const taken = new Set<GoldPlace>();
  tally.documents++;
  tally.gold += wanted.length;
  for (const place of wanted) {
    const point = pointOf(place);
    if (point === null && typeof place.geonameid !== 'string') continue;
    tally.pointed++;
    if (isHeld(place, point)) tally.held++;
  }
  for (const place of findPlaces(text.text, text.sentences, gazetteer(), model)) {
    if (place.start < text.body) continue;
    const { end } = bare(place);
    const starts = [place.start, bare(place).start];
    const hit = wanted.find((each) => starts.includes(each.start) && sameEnd(text.text, each.end, end));
    const { start } = place;
    if (hit === undefined && other.some((each) => each.start < end && start < each.end)) continue;
    tally.found++;
    if (hit === undefined) {
      witness('extra', text, wanted.find((each) => each.start < end && start < each.end) ?? null, place);
      continue;
    }
    tally.exact++;
    taken.add(hit);
    const point = pointOf(hit);
    if (point === null || place.lat === null || place.lon === null) continue;
    tally.located++;
    if (kilometres(point, { lat: place.lat, lon: place.lon }) <= REACH) tally.near++;
    else witness('far', text, hit, place);
  }
  for (const missed of wanted) if (!taken.has(missed)) witness('missed', text, missed, null);
}

/** Whether the gazetteer has the id, or a place of that name within reach. */
function isHeld(place: GoldPlace, point: { lat: number; lon: number } | null): boolean {
  if (typeof place.geonameid === 'string' && gazetteer().withId(place.geonameid) !== null) return true;
  return (
    point !== null &&
    gazetteer()
      .find(place.str)
      .some((each) => kilometres(each, point) <= REACH)
  );
}

function pointOf(place: GoldPlace): { lat: number; lon: number } | null {
  if (typeof place.lat === 'number' && typeof place.lon === 'number')
    return { lat: place.lat, lon: place.lon };
  return typeof place.geonameid === 'string' ? gazetteer().withId(place.geonameid) : null;
}

function bare(place: PlaceFound): { start: number; end: number } {
  const direction =
    /^(?:(?:north|south|east|west|central|upper|lower|rural|greater)\p{Ll}*[\s-]+)+(?=\p{Lu})/iu;
  const lead = place.precision === 'region' ? (direction.exec(place.text)?.[0].length ?? 0) : 0;
  const tail = /\s+\p{Ll}+$/u.exec(place.text)?.[0].length ?? 0;
  return { start: place.start + lead, end: place.end - tail };
}

function sameEnd(text: string, a: number, b: number): boolean {
  return a === b || (Math.abs(a - b) === 1 && text[Math.min(a, b)] === '.');
}

const FOLDS = 5;

/** Places with their point. The model is learned from these corpora, so they are scored five-fold by document. */
export const placesLayer: Layer = {
  name: 'places',
  title: 'Places from raw text, five-fold by document',
  columns: [
    'documents',
    'gold',
    'found',
    'precision',
    'recall',
    'F1',
    'pointed',
    'held',
    'within 161 km',
    'of',
  ],
  splits: ['all', 'test'],
  score: (gold, split) => {
    const files = (
      split !== 'test' ? ['lgl', 'geowebnews'] : ['lgl-test', 'geowebnews-test', 'places-test']
    ).filter((name) => existsSync(join(gold, 'places', `${name}.jsonl.gz`)));
    if (files.length === 0)
      throw new MissingGold(
        `gold data is absent: ${join(gold, 'places')} holds no corpus. Give the folder that holds it with --gold DIR.`,
      );
    const corpora = files.map((name) => ({ name, texts: readPlaceTexts(gold, name) }));
    const models = split !== 'test' ? folded(corpora.flatMap((each) => each.texts)) : null;
    const both = { all: emptyTally(), names: emptyTally() };
    let at = 0;
    const rows = corpora.flatMap(({ name, texts }) => {
      const all = emptyTally();
      const names = emptyTally();
      for (const text of texts) {
        const model = models === null ? placeModel() : models[at++ % FOLDS]!;
        for (const tally of [all, both.all]) scorePlaces(text, model, tally, false);
        for (const tally of [names, both.names]) scorePlaces(text, model, tally, true);
      }
      return [rowOf(name, all), rowOf(`${name}, names only`, names)];
    });
    return [...rows, rowOf('together', both.all), rowOf('together, names only', both.names)];
  },
};

function folded(texts: readonly PlaceText[]): PlaceModel[] {
  return Array.from({ length: FOLDS }, (_, fold) =>
    trainPlaces(texts.filter((_, at) => at % FOLDS !== fold)),
  );
}

function rowOf(name: string, t: PlaceTally): ScoreRow {
  const percent = (part: number, of: number) => (of === 0 ? null : (100 * part) / of);
  return {
    name,
    values: [
      t.documents,
      t.gold,
      t.found,
      percent(t.exact, t.found),
      percent(t.exact, t.gold),
      percent(2 * t.exact, t.found + t.gold),
      t.pointed,
      t.held,
      percent(t.near, t.located),
      t.located,
    ],
  };
}
