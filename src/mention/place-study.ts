import type { GazetteerPlace, PlaceBook } from '../lexicon/gazetteer.ts';
import type { ParsedSentence } from '../model/draft.ts';
import { candidates, type PlaceCandidate } from './place-candidate.ts';
import { personWords } from './place-guard.ts';
import { type PlaceModel, type PlaceScorer, probability } from './place-model.ts';
import { lies, likeliest, type Named, type Option, optionsOf, sharedSigns, weigh } from './place-option.ts';
import { sharedSigns as documentSigns, MOST_SIGNS, ownSigns } from './place-sign.ts';

/** A candidate with the name it is a use of, and how likely it names a place. */
export interface Use {
  readonly candidate: PlaceCandidate;
  readonly named: Named;
  readonly keys: Int32Array;
  count: number;
  sure: number;
}

/** A document's candidates and names while their places are being chosen. */
export interface Study {
  readonly uses: readonly Use[];
  readonly names: readonly Named[];
}

/** Whether places are looked for in a sentence. */
export function isRead(sentence: ParsedSentence): boolean {
  return sentence.kind !== 'boilerplate' && sentence.kind !== 'byline';
}

/** Steps of the study, apart so that training can learn each from the one before. */
export const STUDY = { open, judge, confer, judgeAgain };

/**
 * Which names of a document are places, and which. Every name is judged alone first, by the words around it and the size of its
 * places; then the names say what they know of each other, since a report keeps to one part of the world, and are judged again.
 */
export function study(
  text: string,
  sentences: readonly ParsedSentence[],
  book: PlaceBook,
  model: PlaceModel,
): Study {
  const found = open(text, sentences, book, model.alone);
  judge(found, model.first);
  const signs = confer(found, model.among);
  judgeAgain(found, signs, model.second);
  return found;
}

/** Candidates with what speaks for them by themselves; uses of one name share its places. */
function open(
  text: string,
  sentences: readonly ParsedSentence[],
  book: PlaceBook,
  alone: readonly number[],
): Study {
  const persons = personWords(sentences);
  const names = new Map<string, Named>();
  const uses: Use[] = [];
  for (const sentence of sentences) {
    const found = candidates(text, sentence, book);
    found.forEach((candidate, at) => {
      const within = containerOf(candidate, found[at + 1]);
      const id = `${candidate.key}|${candidate.designator ?? ''}|${within?.index ?? ''}`;
      let named = names.get(id);
      if (named === undefined) {
        const { key, options, designator, similar } = candidate;
        named = {
          key,
          options: optionsOf(key, options, designator, within, similar, alone),
          within,
          sure: 0,
        };
        names.set(id, named);
      }
      const keys = new Int32Array(MOST_SIGNS);
      const count = ownSigns(candidate, named, persons, keys);
      uses.push({ candidate, named, keys, count, sure: 0 });
    });
  }
  return { uses, names: [...names.values()] };
}

/** The signs are of English; a name in another script that the gazetteer has is taken for what it says. */
const FOREIGN_SURE = 0.9;

function judge({ uses }: Study, first: PlaceScorer): void {
  for (const use of uses) {
    use.sure = use.candidate.foreign ? FOREIGN_SURE : probability(first, use.keys, use.count);
    use.named.sure = Math.max(use.named.sure, use.sure);
  }
}

/** Lets the names weigh in on each other's places; returns what they said. */
function confer({ names }: Study, among: readonly number[]): Map<Named, number[][]> {
  const signs = sharedSigns(names);
  for (const [at, named] of names.entries()) weigh(named, signs[at]!, among);
  explicit(names);
  return new Map(names.map((named, at) => [named, signs[at]!]));
}

/** "Paris, Texas" says once for the whole document which Paris is meant, unless another is named as plainly. */
function explicit(names: readonly Named[]): void {
  const told = new Map<string, Option | null>();
  for (const named of names) {
    if (named.within === null || named.sure < 0.5) continue;
    const best = likeliest(named);
    if (best === null || !lies(best.place, named.within)) continue;
    const before = told.get(named.key);
    told.set(named.key, before === undefined || before?.place.index === best.place.index ? best : null);
  }
  for (const named of names) {
    const best = told.get(named.key);
    if (named.within !== null || best === undefined || best === null) continue;
    const own = named.options.find((option) => option.place.index === best.place.index);
    if (own !== undefined) own.share = 1.01;
  }
}

function judgeAgain(
  { uses }: Study,
  signs: ReadonlyMap<Named, number[][]>,
  second: PlaceScorer | null,
): void {
  const byKey = new Map<string, { uses: number; surest: number; sum: number }>();
  for (const { candidate, sure } of uses) {
    const seen = byKey.get(candidate.key) ?? { uses: 0, surest: 0, sum: 0 };
    byKey.set(candidate.key, {
      uses: seen.uses + 1,
      surest: Math.max(seen.surest, sure),
      sum: seen.sum + sure,
    });
  }
  for (const use of uses) {
    const same = byKey.get(use.candidate.key)!;
    const best = likeliest(use.named);
    use.count = documentSigns(
      use.candidate,
      {
        uses: same.uses,
        surest: same.surest,
        mean: same.sum / same.uses,
        signs: best === null ? undefined : signs.get(use.named)![use.named.options.indexOf(best)],
        share: best?.share ?? 0,
        size: best?.place.people ?? 0,
      },
      use.keys,
      use.count,
    );
  }
  if (second === null) return;
  for (const use of uses)
    use.sure = use.candidate.foreign ? FOREIGN_SURE : probability(second, use.keys, use.count);
}

/** The place named right behind: "Paris, Texas", "Mayadeen (Syria)", "Bab, in northern Aleppo province". */
function containerOf(candidate: PlaceCandidate, next: PlaceCandidate | undefined): GazetteerPlace | null {
  if (next === undefined || !leadsTo(candidate, next)) return null;
  let best: GazetteerPlace | null = null;
  for (const place of next.options) {
    if (place.kind !== 'country' && place.kind !== 'admin1') continue;
    if (!candidate.options.some((each) => lies(each, place))) continue;
    if (best === null || place.people > best.people) best = place;
  }
  return best;
}

/** A comma or bracket, or a comma, "in" or "of" with an article and a direction. */
function leadsTo(candidate: PlaceCandidate, next: PlaceCandidate): boolean {
  const { tokens } = candidate.sentence;
  let at = candidate.to;
  if (/^[,(]$/.test(tokens[at]?.form ?? '')) at++;
  if (at === next.from) return at > candidate.to;
  if (!/^(?:in|of)$/.test(tokens[at]?.form ?? '')) return false;
  at++;
  if (/^the$/i.test(tokens[at]?.form ?? '')) at++;
  return at === next.from || at === next.directed;
}
