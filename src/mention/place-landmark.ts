import type { PlaceMention } from '../model/mention.ts';
import type { Token } from '../model/token.ts';
import { isCapital } from './place-guard.ts';
import { placeLexicon } from './place-lexicon.ts';

/** What a name says of itself: the word that says it, how precise a place it makes, and the token behind the name. */
export interface Landmark {
  readonly word: string;
  readonly precision: PlaceMention['precision'];
  readonly to: number;
}

const LONGEST = 6;

/**
 * Names that say themselves what they name: a word of kind at the end ("Miller Street", "Orr River", "Vale Township") or at the
 * beginning, before a name or a number ("Lake Orr", "Mount Hale", "Highway 61"). No gazetteer need know them.
 */
export function landmarkAt(tokens: readonly Token[], at: number): Landmark | null {
  const { landmarks, leading } = placeLexicon();
  const first = tokens[at]!.form.toLowerCase();
  const road = roadTo(tokens, at);
  if (road > at) return { word: 'road', precision: 'exact', to: road };
  const lead = leading.get(first);
  if (lead !== undefined) {
    const to = ledTo(tokens, at, lead.numbered);
    if (to > at) return { word: first, precision: lead.precision, to };
  }
  let best: Landmark | null = null;
  for (let to = at + 1; to < Math.min(tokens.length, at + LONGEST); to++) {
    const { form } = tokens[to]!;
    if (!isCapital(form) && !/^(?:[-’'.]|\d+(?:st|nd|rd|th)?)$/.test(form)) break;
    if (/\.$/.test(form) && isCapital(tokens[to + 1]?.form ?? '')) continue;
    const precision = isCapital(form) ? landmarks.get(form.toLowerCase()) : undefined;
    if (precision !== undefined) best = { word: form.toLowerCase(), precision, to: to + 1 };
  }
  return best;
}

const SIDE = /^(?:North|South|East|West|[NSEW])$/;

/** "A417", "KY 80", "W.Va. 61": a road by the letters of who keeps it and a number. */
function roadTo(tokens: readonly Token[], at: number): number {
  const { form } = tokens[at]!;
  if (/^[ABM]\d{1,4}$/.test(form)) return at + 1;
  if (!/^(?:\p{Lu}{2}|(?:\p{Lu}\p{Ll}?\.){2,3}\p{Ll}*\.?|I)$/u.test(form)) return at;
  const dash = tokens[at + 1]?.form === '-' ? 1 : 0;
  return /^\d{1,3}$/.test(tokens[at + 1 + dash]?.form ?? '') ? at + 2 + dash : at;
}

/** "Highway 61", "County Road 12": over more capitals to a number; "Lake Orr", "Mount Hale": one or two capitals. */
function ledTo(tokens: readonly Token[], at: number, numbered: boolean): number {
  if (!numbered) {
    let to = at + 1;
    while (to < Math.min(tokens.length, at + 3) && isCapital(tokens[to]!.form)) to++;
    return to > at + 1 ? to : at;
  }
  for (let i = at + 1; i < Math.min(tokens.length, at + 4); i++) {
    const { form } = tokens[i]!;
    if (/^\d+[A-Z]?$/.test(form)) return SIDE.test(tokens[i + 1]?.form ?? '') ? i + 2 : i + 1;
    if (!isCapital(form) && form !== '-') return at;
  }
  return at;
}
