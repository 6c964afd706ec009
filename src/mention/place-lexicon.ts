import { readLexicon } from '../lexicon/data.ts';
import type { PlaceKind } from '../lexicon/gazetteer-layout.ts';
import { readList } from '../lexicon/list.ts';
import type { PlaceMention } from '../model/mention.ts';

type Precision = PlaceMention['precision'];

interface File {
  readonly designators: readonly {
    readonly form: string;
    readonly kind: PlaceKind;
    readonly plural?: string;
  }[];
  readonly landmarks: readonly { readonly forms: readonly string[]; readonly precision: Precision }[];
  readonly leading: readonly {
    readonly forms: readonly string[];
    readonly precision: Precision;
    readonly numbered?: boolean;
  }[];
  readonly directions: readonly string[];
  readonly locators: readonly string[];
  readonly places: readonly string[];
  readonly speech: readonly string[];
  readonly owned: readonly string[];
  readonly bodies: readonly string[];
}

/** `data/lexicon/place.yml` and the lists beside it, in lower case. */
export interface PlaceLexicon {
  readonly designators: ReadonlyMap<string, PlaceKind>;
  /** Designators in the plural, with the singular: "counties". */
  readonly plurals: ReadonlyMap<string, { readonly form: string; readonly kind: PlaceKind }>;
  /** Last words of names that say what they name: "Street", "River". */
  readonly landmarks: ReadonlyMap<string, Precision>;
  /** First words of such names; `numbered` ones stand before a number: "Lake", "Highway". */
  readonly leading: ReadonlyMap<string, { readonly precision: Precision; readonly numbered: boolean }>;
  readonly directions: ReadonlySet<string>;
  readonly locators: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly speech: ReadonlySet<string>;
  readonly owned: ReadonlySet<string>;
  /** Names of towns that are common words as well. */
  readonly ambiguous: ReadonlySet<string>;
  /** Head words of the names of organisations: "Council", "Bank". */
  readonly bodies: ReadonlySet<string>;
  /** Words that lead to the name of a person: "Colonel", "Mr". */
  readonly titles: ReadonlySet<string>;
}

let loaded: PlaceLexicon | null = null;

/** Loads the lexicon once. */
export function placeLexicon(): PlaceLexicon {
  if (loaded !== null) return loaded;
  const file = readLexicon('place') as File;
  loaded = {
    designators: new Map(file.designators.map((row) => [row.form, row.kind])),
    plurals: new Map(
      file.designators.flatMap(({ form, kind, plural }) =>
        plural === undefined ? [] : [[plural, { form, kind }] as const],
      ),
    ),
    landmarks: new Map(
      file.landmarks.flatMap(({ forms, precision }) => forms.map((form) => [form, precision] as const)),
    ),
    leading: new Map(
      file.leading.flatMap(({ forms, precision, numbered }) =>
        forms.map((form) => [form, { precision, numbered: numbered === true }] as const),
      ),
    ),
    directions: new Set(file.directions),
    locators: new Set(file.locators),
    places: new Set(file.places),
    speech: new Set(file.speech),
    owned: new Set(file.owned),
    ambiguous: readList('gazetteer/ambiguous.txt'),
    bodies: new Set([...readList('lexicon/bodies.txt'), ...file.bodies]),
    titles: readList('lexicon/title.txt'),
  };
  return loaded;
}
