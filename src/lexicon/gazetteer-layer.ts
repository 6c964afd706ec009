import type { Gazetteer, GazetteerPlace, PlaceBook } from './gazetteer.ts';
import { remembered } from './remembered.ts';

/** Country files laid over the gazetteer: each with the name of its edition ("SY 2031-03-09"). */
export interface CountryPlaces {
  readonly edition: string;
  readonly places: Gazetteer;
}

/**
 * The gazetteer with country files over it. A place that both have is the gazetteer's own, found by the country file's spellings too;
 * what only a country file has lies in the gazetteer's divisions.
 */
export function layPlaces(base: Gazetteer, over: readonly CountryPlaces[]): PlaceBook {
  const lifted = new Map<string, readonly GazetteerPlace[]>();
  const similar = new Map<string, readonly GazetteerPlace[]>();
  const starts: number[] = [];
  let next = base.size;
  for (const { places } of over) {
    starts.push(next);
    next += places.size;
  }
  const lift = (at: number, place: GazetteerPlace): GazetteerPlace => {
    const own = place.geonames === null ? null : base.withId(place.geonames);
    if (own !== null) return own;
    const division = over[at]!.places.divisionOf(place);
    const home = division?.geonames == null ? null : base.withId(division.geonames);
    return { ...place, index: starts[at]! + place.index, division: home?.division ?? null };
  };
  const join = (find: (book: Gazetteer) => readonly GazetteerPlace[]): readonly GazetteerPlace[] => {
    const found = new Map(find(base).map((place) => [place.index, place]));
    over.forEach(({ places }, at) => {
      for (const place of find(places)) {
        const known = lift(at, place);
        found.set(known.index, known);
      }
    });
    return [...found.values()];
  };
  return {
    editions: over.map(({ edition }) => edition),
    find: (name) => remembered(lifted, name, () => join((book) => book.find(name))),
    findSimilar: (name) => remembered(similar, name, () => join((book) => book.findSimilar(name))),
    divisionOf: (place) => base.divisionOf(place),
  };
}
