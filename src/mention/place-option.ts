import type { GazetteerPlace } from '../lexicon/gazetteer.ts';
import type { PlaceKind } from '../lexicon/gazetteer-layout.ts';
import { placeKey } from '../lexicon/place-key.ts';

/** One place that a name may mean, and what the rest of the document says for it; `share` is its probability among the name's places. */
export interface Option {
  readonly place: GazetteerPlace;
  readonly own: readonly number[];
  share: number;
}

/** A name as a document uses it: its places, and how likely it is that it names a place here at all. */
export interface Named {
  readonly key: string;
  readonly options: readonly Option[];
  readonly within: GazetteerPlace | null;
  sure: number;
}

/** What speaks for a place of a name by itself, in the order of its weights. */
export const OWN_SIGNS = [
  'people',
  'country',
  'admin1',
  'admin2',
  'region',
  'capital',
  'within',
  'within elsewhere',
  'own name',
  'similar',
] as const;

/** What the other names of the document say for it. */
export const SHARED_SIGNS = [
  'near',
  'near, all alike',
  'division',
  'division, all alike',
  'country',
  'country, all alike',
  'likeliest of its name',
] as const;

/** How many places of a name, and how many names of a document, are weighed against each other. */
const MOST_OPTIONS = 12;
const MOST_NAMES = 40;

/** The places of a name with what speaks for each, likeliest first; at most twelve. */
export function optionsOf(
  key: string,
  places: readonly GazetteerPlace[],
  designator: PlaceKind | null,
  within: GazetteerPlace | null,
  similar: boolean,
  weights: readonly number[],
): Option[] {
  const found = narrowed(places, designator).map((place) => ({
    place,
    own: ownSigns(place, key, within, similar),
    share: 0,
  }));
  settle(found, (option) => dot(option.own, weights));
  found.sort((a, b) => b.share - a.share || a.place.index - b.place.index);
  return found.slice(0, MOST_OPTIONS);
}

/**
 * A designator leaves divisions only; without one a division gives way to the town it is named after, if that is its heart. No distance
 * tells the two apart.
 */
function narrowed(
  places: readonly GazetteerPlace[],
  designator: PlaceKind | null,
): readonly GazetteerPlace[] {
  if (designator !== null) {
    const designated = places.filter((place) => place.kind === designator);
    return designated.length > 0 ? designated : places;
  }
  if (!places.some((place) => place.kind === 'town')) return places;
  return places.filter((place) => {
    if (place.kind !== 'admin1' && place.kind !== 'admin2') return true;
    const least = place.kind === 'admin1' ? place.people * 0.08 : 0;
    return !places.some(
      (other) =>
        other.kind === 'town' &&
        other.country === place.country &&
        other.division === place.division &&
        other.people > least,
    );
  });
}

function ownSigns(
  place: GazetteerPlace,
  key: string,
  within: GazetteerPlace | null,
  similar: boolean,
): number[] {
  return [
    Math.log10(place.people + 10),
    place.kind === 'country' ? 1 : 0,
    place.kind === 'admin1' ? 1 : 0,
    place.kind === 'admin2' ? 1 : 0,
    place.kind === 'region' ? 1 : 0,
    place.capital ? 1 : 0,
    within !== null && lies(place, within) ? 1 : 0,
    within !== null && !lies(place, within) ? 1 : 0,
    placeKey(place.name) === key ? 1 : 0,
    similar ? 1 : 0,
  ];
}

/** Whether a place lies in another (same country, and same division where the other is one). */
export function lies(place: GazetteerPlace, within: GazetteerPlace): boolean {
  if (place.index === within.index || place.country !== within.country || within.country === null)
    return false;
  if (within.kind === 'country') return true;
  return place.division !== null && place.division === within.division;
}

/** Makes shares of scores. */
function settle(options: readonly Option[], score: (option: Option) => number): void {
  let top = Number.NEGATIVE_INFINITY;
  const scores = options.map((option) => {
    const value = score(option);
    if (value > top) top = value;
    return value;
  });
  let sum = 0;
  for (const value of scores) sum += Math.exp(value - top);
  options.forEach((option, at) => {
    option.share = Math.exp(scores[at]! - top) / sum;
  });
}

function dot(values: readonly number[], weights: readonly number[], from = 0): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]! * weights[from + at]!;
  return sum;
}

/** Where a name's place may lie, as the others see it. */
interface Seen {
  readonly named: Named;
  readonly points: Float64Array;
  readonly shares: Float64Array;
}

/** Cosine of the angle under which 90 km are seen from the middle of the earth. */
const NEAR = Math.cos(90 / 6371);

/**
 * What the names of a document say about each other's places: a town is likelier where the others have a place near it, in its
 * division and in its country, whatever each of them means by itself. Counted once by how likely the others' places are, once for
 * all of them alike. Returns, for each name and place, the signs in the order of SHARED_SIGNS.
 */
export function sharedSigns(names: readonly Named[]): number[][][] {
  const heard = [...names]
    .sort((a, b) => b.sure - a.sure)
    .slice(0, MOST_NAMES)
    .map(seen);
  return names.map((named) => {
    const others = heard.filter((each) => each.named.key !== named.key && each.named.sure > 0.2);
    const top = named.options[0];
    return named.options.map((option) => [...support(option.place, others), option === top ? 1 : 0]);
  });
}

function seen(named: Named): Seen {
  const points = new Float64Array(named.options.length * 3);
  for (const [at, { place }] of named.options.entries()) points.set(onSphere(place), at * 3);
  return { named, points, shares: Float64Array.from(named.options, (option) => option.share) };
}

function onSphere({ lat, lon }: { lat: number; lon: number }): [number, number, number] {
  const a = (lat * Math.PI) / 180;
  const b = (lon * Math.PI) / 180;
  return [Math.cos(a) * Math.cos(b), Math.cos(a) * Math.sin(b), Math.sin(a)];
}

function support(place: GazetteerPlace, others: readonly Seen[]): number[] {
  const [x, y, z] = onSphere(place);
  const sums = [0, 0, 0, 0, 0, 0];
  for (const { named, points, shares } of others) {
    let [near, division, country] = [0, 0, 0];
    let [nears, divisions, countries] = [0, 0, 0];
    named.options.forEach(({ place: other }, at) => {
      const share = shares[at]!;
      if (other.country !== place.country || place.country === null) return;
      if (share > country) country = share;
      countries = 1;
      if (other.kind === 'country') return;
      if (other.division === place.division) {
        if (share > division) division = share;
        divisions = 1;
      }
      if (other.kind === 'admin1' || other.kind === 'region') return;
      if (x * points[at * 3]! + y * points[at * 3 + 1]! + z * points[at * 3 + 2]! < NEAR) return;
      if (share > near) near = share;
      nears = 1;
    });
    const { sure } = named;
    sums[0]! += near * sure;
    sums[1]! += nears * sure;
    sums[2]! += division * sure;
    sums[3]! += divisions * sure;
    sums[4]! += country * sure;
    sums[5]! += countries * sure;
  }
  return sums.map((sum) => Math.log(sum + 0.1));
}

/** Gives every place its share anew, by itself and by the other names; `weights` holds those of both lists of signs. */
export function weigh(
  named: Named,
  shared: readonly (readonly number[])[],
  weights: readonly number[],
): void {
  const at = new Map(named.options.map((option, i) => [option, i]));
  settle(
    named.options,
    (option) => dot(option.own, weights) + dot(shared[at.get(option)!]!, weights, OWN_SIGNS.length),
  );
}

/** The likeliest place of a name. */
export function likeliest(named: Named): Option | null {
  let best: Option | null = null;
  for (const option of named.options) if (best === null || option.share > best.share) best = option;
  return best;
}

/** Great-circle distance. */
export function kilometres(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const [x, y, z] = onSphere(a);
  const [u, v, w] = onSphere(b);
  return 12742 * Math.asin(Math.min(1, Math.hypot(x - u, y - v, z - w) / 2));
}
