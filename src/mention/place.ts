import { type GazetteerPlace, gazetteer, type PlaceBook } from '../lexicon/gazetteer.ts';
import type { ParsedSentence } from '../model/draft.ts';
import type { PlaceMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import type { PlaceCandidate } from './place-candidate.ts';
import { isMetonym } from './place-metonym.ts';
import { type PlaceModel, placeModel } from './place-model.ts';
import { likeliest } from './place-option.ts';
import { isRead, study, type Use } from './place-study.ts';

/** A named place of a document. */
export interface PlaceFound extends Span {
  readonly entity: string | null;
  readonly name: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly geonames: string | null;
  readonly country: string | null;
  readonly precision: PlaceMention['precision'];
  readonly within: PlaceMention['within'];
  readonly use: PlaceMention['use'];
  /** The probability that it names a place. */
  readonly score: number;
  /** How many places of the gazetteer bear the name. */
  readonly choices: number;
}

/** A name is taken for a place from this probability on. */
const ENOUGH = 0.45;

/** Places that a document names, in order; none overlaps another. */
export function findPlaces(
  text: string,
  sentences: readonly ParsedSentence[],
  book: PlaceBook = gazetteer(),
  model: PlaceModel = placeModel(),
): PlaceFound[] {
  const { uses } = study(text, sentences.filter(isRead), book, model);
  const found: PlaceFound[] = [];
  for (const use of uses) {
    if (use.sure < ENOUGH || (found.at(-1)?.end ?? 0) > use.candidate.start) continue;
    found.push(made(text, use, book));
  }
  return found;
}

function made(text: string, { candidate, named, sure }: Use, book: PlaceBook): PlaceFound {
  const best = likeliest(named)?.place ?? null;
  const place = best === null ? null : divided(candidate, best, book);
  const { tokens } = candidate.sentence;
  const directed = candidate.directed < candidate.from && place !== null && place.kind !== 'region';
  const start = directed ? tokens[candidate.directed]!.start : candidate.start;
  const short =
    place !== null &&
    place.kind === 'admin1' &&
    candidate.end - candidate.start < Math.min(6, place.name.length - 2);
  const end = short && text[candidate.end] === '.' ? candidate.end + 1 : candidate.end;
  const words = text.slice(start, end);
  const span = { start, end, text: words, score: sure, choices: candidate.options.length };
  if (place === null)
    return {
      ...span,
      entity: `place:${slug(words)}`,
      name: words,
      lat: null,
      lon: null,
      geonames: null,
      country: null,
      within: null,
      precision: candidate.landmark?.precision ?? 'town',
      use: candidate.inName ? 'embedded' : 'literal',
    };
  const base = {
    ...span,
    lat: place.lat,
    lon: place.lon,
    country: place.country,
    within: divisionOf(place, book),
    use: standingOf(candidate, place, directed),
  };
  if (directed) {
    const side = tokens
      .slice(candidate.directed, candidate.from)
      .map((token) => token.form.toLowerCase())
      .join('');
    const name = `${side} ${place.name}`;
    return { ...base, entity: `place:${slug(name)}`, name, geonames: null, precision: 'region' };
  }
  const entity = place.geonames === null ? `place:${slug(place.name)}` : `geonames:${place.geonames}`;
  return {
    ...base,
    entity,
    name: place.name,
    geonames: place.geonames,
    precision: place.kind === 'site' ? 'exact' : place.kind,
  };
}

/** The first-level division a place lies in. */
function divisionOf(place: GazetteerPlace, book: PlaceBook): PlaceMention['within'] {
  const division = place.kind === 'country' || place.kind === 'region' ? null : book.divisionOf(place);
  if (division === null || division.index === place.index || division.geonames === null) return null;
  return { entity: `geonames:${division.geonames}`, name: division.name };
}

function standingOf(
  candidate: PlaceCandidate,
  place: GazetteerPlace,
  directed: boolean,
): PlaceMention['use'] {
  if (candidate.inName) return 'embedded';
  return !directed && isMetonym(candidate, place) ? 'metonymic' : 'literal';
}

/** "Homs province" is the division even where only the town bears the name. */
function divided(candidate: PlaceCandidate, place: GazetteerPlace, book: PlaceBook): GazetteerPlace {
  if (candidate.designator !== 'admin1' || place.kind === 'admin1') return place;
  return book.divisionOf(place) ?? place;
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
