import type { GazetteerPlace } from '../lexicon/gazetteer.ts';
import type { ParsedSentence } from '../model/draft.ts';
import type { PlaceMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { candidates, type PlaceCandidate } from './place-candidate.ts';
import { choose, contextOf, NOWHERE, type PlaceContext } from './place-choice.ts';
import { evidence } from './place-evidence.ts';
import { personWords } from './place-guard.ts';
import { isMetonym } from './place-metonym.ts';

/** A named place of a document. `metonymic`: it stands for its government here ("Washington said"). */
export interface PlaceFound extends Span {
  readonly entity: string | null;
  readonly name: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly geonames: string | null;
  readonly country: string | null;
  readonly precision: PlaceMention['precision'];
  readonly metonymic: boolean;
  /** How many places of the gazetteer bear the name. */
  readonly choices: number;
}

interface Choice {
  readonly candidate: PlaceCandidate;
  readonly place: GazetteerPlace;
}

/** A name is taken for a place when its weight, its surroundings and the document's other places reach this. */
const ENOUGH = 4.4;

/**
 * Places that a document names, in order. Every name is first read by its weight and its surroundings alone; the places so
 * found tell in which country and around which towns the document plays, and all names are read again in that light.
 */
export function findPlaces(text: string, sentences: readonly ParsedSentence[]): PlaceFound[] {
  const read = sentences.filter((sentence) => sentence.kind !== 'boilerplate' && sentence.kind !== 'byline');
  const all = read.flatMap((sentence) => candidates(text, sentence));
  const persons = personWords(read);
  const first = chosen(all, NOWHERE, persons).map((choice) => choice.place);
  const second = chosen(all, contextOf(first), persons);
  return second.map((choice) => made(text, choice));
}

function chosen(
  all: readonly PlaceCandidate[],
  context: PlaceContext,
  persons: ReadonlySet<string>,
): Choice[] {
  const found: Choice[] = [];
  all.forEach((candidate, at) => {
    const within = container(all, at, context);
    const best = choose(candidate, context, within);
    if (best === null) return;
    const score = best.score + evidence(candidate, persons, best.place);
    if (score >= ENOUGH) found.push({ candidate, place: best.place });
  });
  return found;
}

/** The place named right behind a comma or in brackets: "Paris, Texas", "Mayadeen (Syria)". */
function container(all: readonly PlaceCandidate[], at: number, context: PlaceContext): GazetteerPlace | null {
  const candidate = all[at]!;
  const next = all[at + 1];
  if (next === undefined || next.sentence !== candidate.sentence || next.from !== candidate.to + 1)
    return null;
  if (!/^[,(]$/.test(candidate.sentence.tokens[candidate.to]!.form)) return null;
  const outer = choose(next, context, null)?.place ?? null;
  if (outer === null || (outer.kind !== 'country' && outer.kind !== 'admin1')) return null;
  return candidate.options.some((place) => place.country === outer.country && place.kind !== 'country')
    ? outer
    : null;
}

function made(text: string, { candidate, place }: Choice): PlaceFound {
  const { tokens } = candidate.sentence;
  const directed = candidate.directed < candidate.from && place.kind !== 'region';
  const start = directed ? tokens[candidate.directed]!.start : candidate.start;
  const short =
    place.kind === 'admin1' && candidate.end - candidate.start < Math.min(6, place.name.length - 2);
  const end = short && text[candidate.end] === '.' ? candidate.end + 1 : candidate.end;
  const words = text.slice(start, end);
  const base = {
    start,
    end,
    text: words,
    lat: place.lat,
    lon: place.lon,
    country: place.country,
    metonymic: !directed && isMetonym(candidate, place),
    choices: candidate.options.length,
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
  return { ...base, entity, name: place.name, geonames: place.geonames, precision: place.kind };
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
