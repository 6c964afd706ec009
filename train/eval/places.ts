import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { findPlaces, type PlaceFound } from '../../src/mention/place.ts';
import { kilometres } from '../../src/mention/place-choice.ts';
import { parseSentence } from '../../src/parse/parse.ts';
import { sentences } from '../../src/text/sentence.ts';
import { words } from '../../src/text/word.ts';

interface GoldPlace {
  readonly start: number;
  readonly end: number;
  readonly str: string;
  readonly type?: string;
  readonly geonameid?: string | null;
  readonly lat?: number | null;
  readonly lon?: number | null;
}

interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly toponyms: readonly GoldPlace[];
}

/** Per corpus, in percent: F1 of exact spans, and how many exact ones lie within 161 km of the gold point (or, where the
 * gold gives an id and no point, bear that id). */
export interface PlaceScores {
  readonly documents: number;
  readonly gold: number;
  readonly found: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly within161: number;
}

/** Called with every difference. */
export type PlaceWitness = (
  kind: string,
  document: string,
  gold: GoldPlace | null,
  found: PlaceFound | null,
  text: string,
) => void;

/** Kinds of GeoWebNews that are places or stand for them (its title lines bear no marks); the others (demonyms, languages, names with a place in them) do not count. */
const COUNTED = /^(?:Literal|Mixed|Literal_Modifier|Coercion|Metonymic)$/;

/** Scores named places on LGL and GeoWebNews in `goldDir` (JSON Lines, gzip); `share` reads only every n-th document. */
export function evaluatePlaces(
  goldDir: string,
  share = 1,
  witness: PlaceWitness = () => {},
): Record<string, PlaceScores> {
  return {
    lgl: evaluate(join(goldDir, 'lgl.jsonl.gz'), share, witness),
    geowebnews: evaluate(join(goldDir, 'geowebnews.jsonl.gz'), share, witness),
  };
}

function evaluate(path: string, share: number, witness: PlaceWitness): PlaceScores {
  const rows = gunzipSync(readFileSync(path))
    .toString('utf8')
    .trim()
    .split('\n')
    .filter((_, i) => i % share === 0);
  let [gold, found, exact, located, near] = [0, 0, 0, 0, 0];
  for (const row of rows) {
    const document = JSON.parse(row) as GoldDocument;
    const wanted = document.toponyms.filter((place) => place.type === undefined || COUNTED.test(place.type));
    const other = document.toponyms.filter(
      (place) => !wanted.includes(place) && !/Expression|Non_Toponym/.test(place.type ?? ''),
    );
    gold += wanted.length;
    const taken = new Set<GoldPlace>();
    const body = document.text.startsWith('TITLE:') ? document.text.indexOf('\n') : 0;
    for (const place of placesOf(document.text)) {
      if (place.start < body) continue;
      const bare = undirected(place);
      const hit = wanted.find((each) => each.start === bare.start && each.end === bare.end);
      if (hit === undefined) {
        if (other.some((each) => each.start < bare.end && bare.start < each.end)) continue;
        found++;
        witness(
          'extra',
          document.id,
          wanted.find((each) => each.start < bare.end && bare.start < each.end) ?? null,
          place,
          document.text,
        );
        continue;
      }
      found++;
      exact++;
      taken.add(hit);
      if (place.lat === null || place.lon === null) continue;
      if (typeof hit.lat !== 'number' || typeof hit.lon !== 'number') {
        if (typeof hit.geonameid !== 'string') continue;
        located++;
        if (hit.geonameid === place.geonames) near++;
        else witness('far', document.id, hit, place, document.text);
        continue;
      }
      located++;
      if (kilometres({ lat: hit.lat, lon: hit.lon }, { lat: place.lat, lon: place.lon }) <= 161) near++;
      else witness('far', document.id, hit, place, document.text);
    }
    for (const missed of wanted)
      if (!taken.has(missed)) witness('missed', document.id, missed, null, document.text);
  }
  const percent = (part: number, of: number) => Math.round((10000 * part) / Math.max(1, of)) / 100;
  return {
    documents: rows.length,
    gold,
    found,
    precision: percent(exact, found),
    recall: percent(exact, gold),
    f1: percent(2 * exact, found + gold),
    within161: percent(near, located),
  };
}

/** The corpora leave directions and lower-case kinds out of the name: "northern Syria" is "Syria", "Aleppo province" "Aleppo". */
function undirected(place: PlaceFound): { start: number; end: number } {
  const direction =
    /^(?:(?:north|south|east|west|central|upper|lower|rural|greater)\p{L}*[\s-]+)+(?=\p{Lu})/iu;
  const lead =
    place.precision === 'region' && /^\p{Ll}/u.test(place.name ?? '')
      ? (direction.exec(place.text)?.[0].length ?? 0)
      : 0;
  const tail = /\s+\p{Ll}+$/u.exec(place.text)?.[0].length ?? 0;
  return { start: place.start + lead, end: place.end - tail };
}

function placesOf(text: string): PlaceFound[] {
  return findPlaces(
    text,
    sentences(text).map((each) => ({
      ...each,
      kind: 'body',
      tokens: parseSentence(words(text, each.start, each.end)),
    })),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const verbose = process.argv.includes('--errors');
  const share = Number(process.argv[3]) || 1;
  const scores = evaluatePlaces(
    process.argv[2] ?? '../shared/gold/places',
    share,
    (kind, id, gold, found, text) => {
      if (!verbose) return;
      const at = gold?.start ?? found?.start ?? 0;
      const around = text.slice(Math.max(0, at - 50), at + 50).replace(/\s+/g, ' ');
      console.log(
        `${kind}\t${gold?.str ?? ''}\t${found === null ? '' : `${found.text} = ${found.name} ${found.country} ${found.precision}`}\t${id}\t${around}`,
      );
    },
  );
  console.table(scores);
}
