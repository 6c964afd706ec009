import { type GazetteerPlace, gazetteer } from '../lexicon/gazetteer.ts';
import type { PlaceCandidate } from './place-candidate.ts';

/** What the other places of a document say about where it plays. */
export interface PlaceContext {
  /** Share of the mentions that lie in a country, and in a first-level division ("US 12"). */
  readonly countries: ReadonlyMap<string, number>;
  readonly divisions: ReadonlyMap<number, number>;
  readonly points: readonly GazetteerPlace[];
}

/** How much the other places of a document may add to a name being a place at all; which place it is they may decide freely. */
const MOST = 2.5;

/** A context that knows nothing yet. */
export const NOWHERE: PlaceContext = { countries: new Map(), divisions: new Map(), points: [] };

/** Weight of a place before any context: the logarithm of its people; states, capitals and regions stand above towns. */
export function weight(place: GazetteerPlace): number {
  const people = Math.log10(place.people + 10);
  if (place.kind === 'country') return people + 3;
  if (place.kind === 'region') return 6.5;
  if (place.kind === 'admin1') return people + 0.3;
  return people + (place.capital ? 1.5 : 0) - (place.kind === 'admin2' ? 1 : 0);
}

/** The likeliest place of a candidate, with its score; null where none fits the designator. */
export function choose(
  candidate: PlaceCandidate,
  context: PlaceContext,
  within: GazetteerPlace | null,
): { place: GazetteerPlace; score: number } | null {
  const options = narrowed(candidate, within);
  let best: { place: GazetteerPlace; score: number } | null = null;
  let rank = Number.NEGATIVE_INFINITY;
  for (const place of options) {
    const own = weight(place) + (within === null ? 0 : 4) - (candidate.similar ? 1 : 0);
    const near = nearness(place, context);
    if (candidate.similar && !context.countries.has(place.country ?? '')) continue;
    if (own + near <= rank) continue;
    rank = own + near;
    best = { place, score: own + Math.min(near, MOST) };
  }
  if (best === null || candidate.designator !== 'admin1' || best.place.kind === 'admin1') return best;
  const division = gazetteer().divisionOf(best.place);
  return division === null ? best : { place: division, score: best.score };
}

/** A designator keeps divisions only; without one a division gives way to the town it is named after, if that is its heart. */
function narrowed(candidate: PlaceCandidate, within: GazetteerPlace | null): readonly GazetteerPlace[] {
  let options = candidate.options;
  if (within !== null) {
    const inside = options.filter((place) => lies(place, within));
    if (inside.length > 0) options = inside;
  }
  if (candidate.designator !== null) {
    const fitting = options.filter((place) => place.kind === candidate.designator);
    return fitting.length > 0 ? fitting : options;
  }
  return options.filter((place) => {
    if (place.kind === 'admin2') return !options.some((other) => other.kind === 'town' && lies(other, place));
    if (place.kind !== 'admin1') return true;
    return !options.some(
      (other) =>
        other.kind === 'town' && other.division === place.division && other.people > place.people * 0.08,
    );
  });
}

/** Whether a place lies in another (same country, and same division where the other is one). */
export function lies(place: GazetteerPlace, within: GazetteerPlace): boolean {
  if (place.index === within.index || place.country !== within.country || within.country === null)
    return false;
  if (within.kind === 'country') return true;
  return place.division !== null && place.division === within.division;
}

function nearness(place: GazetteerPlace, context: PlaceContext): number {
  if (place.kind === 'country' || place.kind === 'region') return 0;
  const inCountry = place.country === null ? 0 : (context.countries.get(place.country) ?? 0);
  const inDivision = place.division === null ? 0 : (context.divisions.get(place.division) ?? 0);
  let near = 0;
  for (const other of context.points) {
    if (other.index === place.index) {
      near = Math.max(near, 1.5);
      continue;
    }
    const away = kilometres(place, other);
    near = Math.max(near, away < 60 ? 1.2 : away < 160 ? 0.8 : away < 400 ? 0.3 : 0);
  }
  return inCountry * 3 + inDivision * 4 + near;
}

/** Great-circle distance. */
export function kilometres(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = Math.PI / 180;
  const dLat = (b.lat - a.lat) * rad;
  const dLon = (b.lon - a.lon) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon / 2) ** 2;
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The context that chosen places make: shares by country and division, and the points of towns. */
export function contextOf(chosen: readonly GazetteerPlace[]): PlaceContext {
  const countries = new Map<string, number>();
  const divisions = new Map<number, number>();
  const share = 1 / Math.max(1, chosen.length);
  for (const place of chosen) {
    if (place.country !== null) countries.set(place.country, (countries.get(place.country) ?? 0) + share);
    if (place.division !== null) divisions.set(place.division, (divisions.get(place.division) ?? 0) + share);
  }
  const points = [
    ...new Map(
      chosen.filter((place) => place.kind !== 'country').map((place) => [place.index, place]),
    ).values(),
  ];
  return { countries, divisions, points: points.slice(0, 40) };
}
