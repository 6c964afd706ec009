import type { Core } from './quantity-core.ts';
import { type CountedPhrase, isPeopleName, isPlural, isState } from './quantity-head.ts';
import { quantityLexicon } from './quantity-lexicon.ts';
import { isDash, type Unit } from './quantity-unit.ts';

const MONTH =
  /^(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)$/;
const CLOCK = /^(?:am|pm|a\.m\.?|p\.m\.?|o['’]clock|gmt|utc|hrs?)$/;
const LABEL =
  /^(?:no\.|number|article|section|paragraph|page|chapter|item|point|phase|version|route|highway|channel|unit|resolution|room|flight|aged?|grade|category|level|magnitude|form|line|world|war|gate|checkpoint|camp|bed|battalion|brigade|division|regiment|squadron|hill|bus|train|post|ward|sector|block|district|zone|class|tier|year|chapter)$/;
const YEAR_LEAD = /^(?:in|since|until|till|by|of|from|during|before|after|through|early|late|mid|,|and|to)$/;

const ASIDE = /^(?:point|time|thing|way|side|hand|reason|another|stage|moment)s?$/;

/*
 * Numbers that count nothing: dates ("14 October"), years ("in 2017"), clock times ("10 pm"), ages ("aged 12", ", 34,"),
 * labels ("Resolution 2254", "phase 2"), list marks ("1."), parts of names ("F-16", "12-year-old"),
 * models before a singular noun ("the 717 jet"), and turns of speech ("at one point").
 */

/** Whether the number that fills units `from` to `core.next` counts nothing; `head` is the counted phrase, if any. */
export function countsNothing(
  all: readonly Unit[],
  from: number,
  core: Core,
  head: CountedPhrase | null,
): boolean {
  const before = all[from - 1];
  const after = all[core.next];
  const first = all[from]!;
  if (first.glued && before !== undefined && !/^[$€£“"‘'«([]$|\$$|^[“”"«(]/u.test(before.form)) return true;
  if (isDash(after) && after!.glued && all[core.next + 1]?.glued === true) return true;
  const lead = before?.lower ?? '';
  const { measures } = quantityLexicon();
  if (measures.has(head?.noun ?? after?.lower ?? '') && !isArea(all, core.next)) return true;
  if (from > 0 && !core.digits && /^\p{Lu}\p{Ll}/u.test(first.form) && /^(?:of|big|top)$/.test(lead))
    return true;
  if (
    head === null &&
    /^(?:is|was|turned|am)$/.test(lead) &&
    /^(?:he|she|who|i)$/.test(all[from - 2]?.lower ?? '')
  )
    return true;
  if (/^(?:every|each|any|no|chapter)$/.test(lead) && core.kind === 'number' && core.min === 1) return true;
  if (core.digits && (isMonth(before) || isMonth(after))) return true;
  if (CLOCK.test(after?.lower ?? '') || LABEL.test(lead)) return true;
  if (core.digits && isYear(first.form) && (head === null || YEAR_LEAD.test(lead) || isMonth(all[from - 2])))
    return true;
  if (/^(?:st|nd|rd|th)$/.test(after?.lower ?? '') || /^0\d/.test(first.form)) return true;
  if (head !== null && core.kind === 'number') {
    if (core.min === 1) return !core.digits && ASIDE.test(head.noun);
    return !isPlural(head.noun) && !isState(head.noun) && !isPeople(all, core, head);
  }
  if (head !== null) return false;
  if (core.digits && from === 0 && /^[.)]$/.test(after?.form ?? '')) return true;
  if (lead === ',' && /^[,.;)]$/.test(after?.form ?? '') && (core.max ?? 0) < 120) return true;
  if (/^(?:the|these|those|both|all|this|that|which|only)$/.test(lead) && !core.digits) return true;
  if (core.kind === 'number' && core.min !== null && !Number.isInteger(core.min)) return true;
  if (core.kind === 'number' && core.min === 1 && !core.digits) return true;
  return from > 1 && core.digits && /^\p{Lu}/u.test(before?.form ?? '');
}

/** "4,000 Rohingya", "two Congolese": a people's name that has no plural of its own, tied to the number by the parse. */
function isPeople(all: readonly Unit[], core: Core, head: CountedPhrase): boolean {
  const name = all[head.to - 1]!;
  const number = all[core.next - 1]!;
  const scaled = quantityLexicon().scales.has(number.lower);
  return (
    isPeopleName(name) &&
    head.to - head.from === 1 &&
    (scaled || number.head === name.token || name.head === number.token) &&
    (scaled || /^(?:nsubj|obj|conj|amod)/.test(name.deprel))
  );
}

/** "12 square kilometres" is ground, not a way. */
function isArea(all: readonly Unit[], at: number): boolean {
  return /^(?:square|cubic)$/.test(all[at]?.lower ?? '');
}

function isMonth(unit: Unit | undefined): boolean {
  return unit !== undefined && /^\p{Lu}/u.test(unit.form) && MONTH.test(unit.lower);
}

function isYear(form: string): boolean {
  return /^(?:1[5-9]|20)\d\d$/.test(form);
}
