import type { Effect, Operator, Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import type { Token } from '../model/token.ts';
import { type Core, coreAt } from './quantity-core.ts';
import { effectOf, isPartAt } from './quantity-effect.ts';
import { countsNothing } from './quantity-exclude.ts';
import { type CountedPhrase, countedPhrase, isPlural, isState, tagged } from './quantity-head.ts';
import { type Bind, quantityLexicon } from './quantity-lexicon.ts';
import { phraseAt, type Unit, units } from './quantity-unit.ts';

/** A count in a sentence: operator, number and counted phrase ("around 140 gunmen and their wives"). */
export interface QuantityFound extends Span, Quantity {
  /** The operator and number words alone ("around 140"). */
  readonly numberStart: number;
  readonly numberEnd: number;
  /** The counted phrase alone; null where it does not follow the number. */
  readonly ofStart: number | null;
  readonly ofEnd: number | null;
  readonly why: string;
}

/**
 * Counts of a sentence, in order, never overlapping. Dates, years, ages, clock times, durations and ordinals are no counts.
 * A share is counted in percent of its whole: `of` is "percent of city" for "90 percent of the city" and "half the city".
 */
export function findQuantities(
  text: string,
  sentence: { readonly start: number; readonly end: number },
  tokens: readonly Token[],
): QuantityFound[] {
  const all = units(tokens.filter((token) => token.start >= sentence.start && token.end <= sentence.end));
  const found: QuantityFound[] = [];
  for (let i = 0; i < all.length; ) {
    const read = readAt(text, tokens, all, i);
    if (read !== null) found.push(read.found);
    i = read === null ? i + 1 : read.next;
  }
  return found;
}

function readAt(
  text: string,
  tokens: readonly Token[],
  all: readonly Unit[],
  i: number,
): { found: QuantityFound; next: number } | null {
  const lexicon = quantityLexicon();
  if (isParticle(all, i)) return null;
  const binds: Bind[] = [];
  let from = i;
  for (let op = phraseAt(lexicon.before, all, from); op !== null; op = phraseAt(lexicon.before, all, from)) {
    binds.push(op.value);
    from = op.next;
  }
  const money = lexicon.currencies.get(all[from]?.lower ?? '') ?? null;
  let at = money === null ? from : from + 1;
  let core = coreAt(all, at);
  if (core === null && from > i) {
    binds.length = 0;
    at = i;
    core = coreAt(all, i);
  }
  if (core === null || (binds.length > 0 && core.kind === 'none')) return null;
  const after = phraseAt(lexicon.after, all, core.next);
  if (after !== null) binds.push(after.value);
  let next = after?.next ?? core.next;
  const share = percentAt(all, next, core);
  if (share !== null) next = share;
  const own = money !== null ? null : share !== null ? wholeAt(all, share, core) : headAt(all, next);
  const toll = own === null && money === null && share === null ? tollAt(all, i) : null;
  const head = own ?? toll?.phrase ?? null;
  if (money === null && share === null && !counts(all, at, core, head)) return null;
  const bound = bind(binds, core, share !== null);
  const numberEnd = all[next - 1]!.end;
  const last = own === null ? next : Math.max(own.to, next);
  const end = all[last - 1]!.end;
  const start = all[i]!.start;
  const of = money ?? ofWords(all, head, share !== null, core);
  return {
    next: last,
    found: {
      start,
      end,
      text: text.slice(start, end),
      of,
      ...bound,
      numberStart: start,
      numberEnd,
      ofStart: head === null ? null : all[head.from]!.start,
      ofEnd: head === null ? null : all[head.to - 1]!.end,
      ...befallen(tokens, all, i, last, head, toll?.effect ?? null),
      ...((share === null && isShare(all, i, next, core)) ||
      isPartAt(tokens, all[i]!.token, all[last - 1]!.token + 1)
        ? { part: true as const }
        : {}),
      why: `quantity:${core.kind}${share !== null ? '-percent' : ''}`,
    },
  };
}

/** "A 300-strong column" counts those in it, not columns. */
function headAt(all: readonly Unit[], at: number): CountedPhrase | null {
  return all[at - 1]?.lower === 'strong' ? null : countedPhrase(all, at);
}

/** What befell those counted, with the words that name them. */
function befallen(
  tokens: readonly Token[],
  all: readonly Unit[],
  from: number,
  to: number,
  head: CountedPhrase | null,
  told: Effect | null,
): { effect?: Effect } {
  const effect = told ?? effectOf(tokens, all[from]!.token, all[to - 1]!.token + 1, head?.noun ?? null);
  return effect === null ? {} : { effect };
}

/** "Three of the five attackers", "eleven of the wounded", "Of the 130 prisoners, 26": a number of a named whole. */
function isShare(all: readonly Unit[], from: number, next: number, core: Core): boolean {
  if (core.kind === 'number' && all[next]?.lower === 'of' && (core.min ?? 0) > 0)
    return (
      /^(?:the|its|his|her|their|our|those|these|them|whom)$/.test(all[next + 1]?.lower ?? '') ||
      /^\d/.test(all[next + 1]?.form ?? '')
    );
  return (
    core.kind === 'number' && all[0]!.lower === 'of' && from > 2 && from < 12 && all[from - 1]!.form === ','
  );
}

/** "The number of wounded rose to 166", "the death toll stood at 90": what a number that stands alone counts. */
function tollAt(
  all: readonly Unit[],
  i: number,
): { phrase: CountedPhrase | null; effect: Effect | null } | null {
  if (!/^(?:at|to|is|was|reached|exceeded|passed|be)$/.test(all[i - 1]?.lower ?? '')) return null;
  for (let k = i - 2; k >= Math.max(0, i - 12); k--) {
    const word = all[k]!.lower;
    if (word === 'toll') return { phrase: null, effect: all[k - 1]?.lower === 'death' ? 'killed' : null };
    if (!/^(?:number|tally|total|count)$/.test(word) || all[k + 1]?.lower !== 'of') continue;
    const phrase = countedPhrase(all, k + 1) ?? stateAt(all, k + 2);
    return phrase !== null && phrase.to <= i ? { phrase, effect: null } : null;
  }
  return null;
}

function stateAt(all: readonly Unit[], at: number): CountedPhrase | null {
  const noun = all[at]?.lower ?? '';
  return isState(noun) ? { from: at, to: at + 1, noun } : null;
}

/** "90 percent", "90 per cent", "90%"; a fraction is a share already. Gives the index after it. */
function percentAt(all: readonly Unit[], next: number, core: Core): number | null {
  if (core.kind === 'fraction' || core.kind === 'ratio') return next;
  const word = all[next]?.lower ?? '';
  if (word === '%' || word === 'percent') return next + 1;
  return word === 'per' && all[next + 1]?.lower === 'cent' ? next + 2 : null;
}

/** "handed | over 150 prisoners" says nothing of how many more. */
function isParticle(all: readonly Unit[], i: number): boolean {
  const { lower, deprel } = all[i]!;
  return (
    deprel === 'compound:prt' ||
    (lower === 'over' && /^(?:hand|turn|sign)(?:s|ed|ing)?$/.test(all[i - 1]?.lower ?? ''))
  );
}

/** The whole of a share: "of the city", "the city" after "half", "of its territory". */
function wholeAt(all: readonly Unit[], at: number, core: Core): CountedPhrase | null {
  if (core.kind === 'ratio') return countedPhrase(all, at);
  const determined = /^(?:the|its|their|his|her)$/.test(all[at]?.lower ?? '');
  if (all[at]?.lower !== 'of' && !determined) return null;
  const phrase = countedPhrase(all, at);
  if (phrase !== null || tagged(all)) return phrase;
  let from = all[at]!.lower === 'of' ? at + 1 : at;
  if (/^(?:the|its|their|his|her)$/.test(all[from]?.lower ?? '')) from++;
  const noun = all[from];
  if (noun === undefined || !/^\p{L}+$/u.test(noun.form) || quantityLexicon().stops.has(noun.lower))
    return null;
  return { from, to: from + 1, noun: noun.lower };
}

/** Whether a number with this counted phrase is a count of things: time units are durations, "no" needs a countable. */
function counts(all: readonly Unit[], at: number, core: Core, head: CountedPhrase | null): boolean {
  const { time, people, collective } = quantityLexicon();
  if (head !== null && time.has(head.noun)) return false;
  if (head === null && time.has(all[core.next]?.lower ?? '')) return false;
  const word = all[at]!.lower;
  if (core.kind === 'none') {
    if (word === 'nobody' || word === 'none' || (word === 'no' && all[core.next - 1]!.lower === 'one'))
      return true;
    return head !== null && (isPlural(head.noun) || people.has(head.noun));
  }
  if (core.kind === 'vague') {
    if (word === 'some' && all[core.next]?.lower !== 'of')
      return head !== null && isPlural(head.noun) && people.has(singular(head.noun));
    if (all[core.next]?.lower === 'of' && /^(?:them|whom)$/.test(all[core.next + 1]?.lower ?? ''))
      return false;
    const bare = /^(?:dozens|hundreds|thousands|millions|tens)$/.test(word);
    const many = all[core.next]?.lower === 'of' && collective.has(head?.noun ?? '');
    return bare || many || (head !== null && isPlural(head.noun));
  }
  return !countsNothing(all, at, core, head);
}

function bind(binds: readonly Bind[], core: Core, share: boolean): Pick<Quantity, 'op' | 'min' | 'max'> {
  const { min, max } = core;
  const op = binds.find((each) => each !== 'about' && each !== 'exactly') ?? binds[0] ?? core.op;
  if (core.kind === 'vague' || core.kind === 'range' || core.kind === 'none')
    return { op: core.op, min, max };
  if (share && op === 'more-than' && (min ?? 100) < 99) return { op, min, max: 99 };
  if (op === 'at-least' || op === 'more-than') return { op, min, max: null };
  if (op === 'up-to') return { op, min: null, max };
  if (op === 'fewer-than') {
    const whole = !share && max !== null && Number.isInteger(max);
    return { op, min: null, max: whole ? max - 1 : max };
  }
  if (op === 'nearly') return { op: 'about', min: min === null ? null : Math.round(min * 9) / 10, max };
  return { op: op === 'exactly' ? core.op : (op as Operator), min, max };
}

/** The counted phrase in lower case; "no foreign fighter" and "one civilian" count in the plural like all others. */
function ofWords(
  all: readonly Unit[],
  head: CountedPhrase | null,
  share: boolean,
  core: Core,
): string | null {
  if (head === null)
    return share
      ? 'percent'
      : /^(?:nobody|one)$/.test(all[core.next - 1]?.lower ?? '') && core.kind === 'none'
        ? 'people'
        : null;
  let words = '';
  for (let at = head.from; at < head.to; at++) {
    const unit = all[at]!;
    words += (at === head.from || unit.glued ? '' : ' ') + unit.lower;
  }
  if (share) return `percent of ${words}`;
  const single = (core.max ?? 2) <= 1 && !isPlural(head.noun) && words.endsWith(head.noun);
  return single ? words.slice(0, words.length - head.noun.length) + plural(head.noun) : words;
}

function singular(noun: string): string {
  if (noun === 'people') return 'person';
  if (noun.endsWith('men')) return `${noun.slice(0, -2)}an`;
  return noun.endsWith('ies') ? `${noun.slice(0, -3)}y` : noun.replace(/s$/, '');
}

function plural(noun: string): string {
  if (noun === 'person') return 'people';
  if (noun === 'child') return 'children';
  if (noun.endsWith('man')) return `${noun.slice(0, -2)}en`;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
