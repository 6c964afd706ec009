import type { Kin } from '../link/kin.ts';
import type { Period } from '../link/period.ts';
import { byTelling, type Testimony } from '../link/testimony.ts';
import { periodOf } from '../link/when.ts';
import type { Term } from '../model/agreement.ts';
import type { Compliance } from '../model/digest.ts';
import { type Act, actOf, breaksWord, isRefraining, namesDeal, saysBreach, stemsOf } from './act.ts';
import { meet } from './comparable.ts';

/** A term with its participants resolved, and when the agreement it belongs to was made. */
interface Bound {
  readonly term: Term;
  readonly who: readonly string[];
  readonly toWhom: readonly string[];
  readonly place: string | null;
  readonly made: Period;
}

const YEAR = 366;

/** What claims say of one term: all that concern it, and the verdicts with the claims that bear them. */
interface Heard {
  readonly claims: readonly string[];
  readonly compliance: readonly Compliance[];
}

/**
 * What later claims say of one term: kept or broken by what they affirm or deny; disputed on both sides when both are claimed; unclear for
 * a promise of the bound party itself. Of each source the first claim bears a verdict; where some claims tie the act to the deal in their
 * own words, only they bear that it was kept. Claims are given as first tellings.
 */
export function complianceOf(bound: Bound, claims: readonly Testimony[], kin: Kin): Heard {
  const act = actOf(bound.term.event, bound.term.does.text);
  const found = claims
    .filter((item) => afterwards(item, bound) && inPlace(item, bound, kin))
    .sort(byTelling)
    .flatMap((item) => {
      const verdict = verdictOf(item, bound, act, kin);
      return verdict ? [{ item, verdict }] : [];
    });
  const tied = found.some(({ item, verdict }) => verdict === 'kept' && namesDeal(item.words));
  const verdicts = new Set(found.map(({ verdict }) => verdict));
  const both = verdicts.has('kept') && verdicts.has('broken');
  const heard = new Set<string>();
  const compliance: Compliance[] = [];
  for (const { item, verdict } of found) {
    if (verdict === 'kept' && tied && !both && !namesDeal(item.words)) continue;
    const key = `${verdict}\u0001${item.voice}`;
    if (heard.has(key)) continue;
    heard.add(key);
    compliance.push({ claim: item.id, verdict: both && verdict !== 'unclear' ? 'disputed' : verdict });
  }
  return { claims: found.map(({ item }) => item.id).sort(), compliance };
}

function afterwards(item: Testimony, { made }: Bound): boolean {
  const { from, to } = periodOf(item);
  const late = to === null || made.from === null || to >= made.from;
  return late && (from === null || made.to === null || from <= made.to + YEAR);
}

function inPlace(item: Testimony, bound: Bound, kin: Kin): boolean {
  if (item.place === null || bound.place === null) return true;
  return kin.within(item.place, bound.place) || kin.within(bound.place, item.place);
}

function verdictOf(item: Testimony, bound: Bound, act: Act | null, kin: Kin): Compliance['verdict'] | null {
  const { event, modality } = item.claim;
  const aimed = meet(item.patient, bound.toWhom, kin);
  if (modality === 'promised') {
    const same = event === 'AGREE' || event === act?.event;
    return same && aimed && item.voice === bound.who[0] && item.agent.includes(item.voice) ? 'unclear' : null;
  }
  if (item.footing !== 'fact' || event === 'AGREE' || event === 'CONSULT') return null;
  if (act && aimed) {
    const done = byAct(item, bound, act, kin);
    if (done) return done;
  }
  const stems = stemsOf(item.words);
  const [verb] = stemsOf(bound.term.does.text);
  if (verb === undefined || !stems.has(verb)) return null;
  if (saysBreach(item.words)) return some(item.agent, bound.who, kin) ? 'broken' : null;
  const concerned = some([...item.agent, ...item.patient], [...bound.who, ...bound.toWhom], kin);
  return !act && concerned && item.claim.polarity === 'positive' ? 'kept' : null;
}

// A part that does what its whole was bound to do keeps the term, and so does the whole for its part; but that some left does not say that
// those left who were not to leave, and that none of a part left does not say that the rest stayed.
function byAct(item: Testimony, bound: Bound, act: Act, kin: Kin): Compliance['verdict'] | null {
  const { event, polarity, quantity } = item.claim;
  const positive = polarity === 'positive';
  const inside = item.agent.some((id) => bound.who.some((other) => kin.within(id, other)));
  const around = item.agent.some((id) => bound.who.some((other) => kin.within(other, id)));
  if (event === act.event && item.manner !== 'surrender') {
    // "had broken a promise to free them" names the act and says that it was not done.
    if (positive && (inside || around) && breaksWord(item.words)) return 'broken';
    // A denied number of people says nothing of whether it was done; unpaid money does.
    if (!positive && quantity !== null && (quantity.min ?? 0) > 0 && event !== 'AID') return null;
    if (isRefraining(bound.term.does.text))
      return positive ? (inside ? 'broken' : null) : around ? 'kept' : null;
    return positive ? (inside || around ? 'kept' : null) : around ? 'broken' : null;
  }
  if (event !== act.opposite || !(inside || around)) return null;
  if (!saysBreach(item.words) && !stillGoing(item, bound)) return null;
  return positive ? 'broken' : 'kept';
}

function some(parts: readonly string[], others: readonly string[], kin: Kin): boolean {
  return parts.some((id) => others.some((other) => kin.within(id, other) || kin.within(other, id)));
}

/** Still going on after the agreement was made. */
function stillGoing(item: Testimony, { made }: Bound): boolean {
  const { to } = periodOf(item);
  return to !== null && made.to !== null && to > made.to;
}
