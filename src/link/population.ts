import { wordsOf } from './words.ts';

// Two counts may only be set against each other when they count the same population. "275 local fighters" and "275 fighters
// and relatives" share a number and count different people. The head nouns and their modifiers tell: "local fighters and
// their families" counts fighters (local) and relatives; "civilians on one truck" is held to a part of the whole.

/** What a count counts: classes of heads, what narrows them, and whether it is held to a part ("on one truck"). */
export interface Population {
  readonly heads: readonly string[];
  readonly modifiers: readonly string[];
  /** Words after the head that hold the count to a part; empty for the whole. */
  readonly limit: readonly string[];
}

const HEADS: readonly (readonly [string, string])[] = [
  [
    'fighter',
    'fighter fighters militant militants jihadist jihadists jihadi jihadis gunman gunmen terrorist terrorists extremist extremists insurgent insurgents rebel rebels combatant combatants mercenary mercenaries recruits militiaman militiamen suspect suspects',
  ],
  ['relative', 'family families relative relatives dependant dependants dependents wives wife'],
  ['soldier', 'soldier soldiers troop troops serviceman servicemen conscript conscripts personnel'],
  [
    'civilian',
    'civilian civilians hostage hostages resident residents villager villagers inhabitant inhabitants noncombatants',
  ],
  ['child', 'child children kid kids minor minors boy boys girl girls'],
  ['woman', 'woman women'],
  ['person', 'person persons people individual individuals evacuee evacuees passenger passengers'],
  ['prisoner', 'prisoner prisoners detainee detainees captive captives inmate inmates'],
  ['percent', 'percent per cent percentage'],
  ['truck', 'truck trucks lorry lorries'],
  ['bus', 'bus buses coach coaches'],
  ['vehicle', 'vehicle vehicles car cars'],
];
const HEAD_OF = new Map(
  HEADS.flatMap(([head, forms]) => forms.split(' ').map((form) => [form, head] as const)),
);

/** Modifiers that mean the same when they narrow a group. */
const SAME = new Map([
  ['foreigner', 'foreign'],
  ['foreigners', 'foreign'],
  ['native', 'local'],
  ['locals', 'local'],
]);
const SKIP = new Set(
  'the a an of their its his her our some about around only other more than and or with along including is isis daesh so called suspected possible alleged islamic state remaining last final member members killed dead wounded injured captured detained arrested missing'.split(
    ' ',
  ),
);
/** What follows names a part of those counted and changes nothing: "people including women and children". */
const INCLUDING = 'including';
const LIMITERS = new Set(['on', 'in', 'at', 'aboard', 'inside', 'from', 'per', 'near']);

/** Reads the head phrase of a count; null or empty text gives no heads. */
export function populationOf(of: string | null): Population {
  const heads = new Set<string>();
  const modifiers = new Set<string>();
  const phrase = wordsOf(of ?? '');
  const including = phrase.indexOf(INCLUDING);
  const words = including > 0 ? phrase.slice(0, including) : phrase;
  const cut = words.findIndex((word, at) => at > 0 && LIMITERS.has(word));
  const counted = cut < 0 ? words : words.slice(0, cut);
  for (const [at, word] of counted.entries()) {
    const head = HEAD_OF.get(word);
    const next = HEAD_OF.get(counted[at + 1] ?? '');
    // "women fighters": a head before a head narrows it.
    if (head && next && head !== next) modifiers.add(head);
    else if (head) heads.add(head);
    else if (!SKIP.has(word)) modifiers.add(SAME.get(word) ?? word);
  }
  // "relatives of fighters" counts the relatives alone.
  const of1 = words.indexOf('of');
  if (of1 > 0 && heads.size > 1 && HEAD_OF.has(words[of1 - 1]!)) {
    for (const word of words.slice(of1 + 1)) heads.delete(HEAD_OF.get(word) ?? '');
  }
  // "the dead", "trucks": a phrase without a known head is its own head.
  if (heads.size === 0 && modifiers.size > 0) {
    const last = [...modifiers].at(-1)!;
    heads.add(last);
    modifiers.delete(last);
  }
  return {
    heads: [...heads].sort(),
    modifiers: [...modifiers].sort(),
    limit: cut < 0 ? [] : words.slice(cut),
  };
}

/** Heads that do not count human beings. */
const THINGS = new Set(['percent', 'truck', 'bus', 'vehicle']);
const KNOWN = new Set(HEADS.map(([head]) => head).filter((head) => !THINGS.has(head)));

/** True when every head names human beings. */
export function isHuman(population: Population): boolean {
  return population.heads.length > 0 && population.heads.every((head) => KNOWN.has(head));
}

/** How two populations stand: the first may be the same as, part of, or the whole of the second, or neither. */
export type Fit = 'same' | 'part' | 'whole' | 'apart';

/** Compares head by head; `ignore` lists modifiers that the sub-group itself already says ("local"). */
export function fitOf(a: Population, b: Population, ignore: ReadonlySet<string>): Fit {
  if (a.limit.join(' ') !== b.limit.join(' ')) return 'apart';
  const narrow = (list: readonly string[]): string[] => list.filter((word) => !ignore.has(word));
  const heads = headFit(a, b);
  // More modifiers count fewer people; more heads joined by "and" count more.
  const modifiers = setFit(narrow(b.modifiers), narrow(a.modifiers));
  if (heads === 'same') return modifiers;
  return modifiers === 'same' || modifiers === heads ? heads : 'apart';
}

/** "People" takes in every other kind of human being. */
function headFit(a: Population, b: Population): Fit {
  const [all, some] = [a, b].map((one) => one.heads.includes('person') && isHuman(one));
  if (all && some) return 'same';
  if (all) return isHuman(b) ? 'whole' : 'apart';
  if (some) return isHuman(a) ? 'part' : 'apart';
  return setFit(a.heads, b.heads);
}

function setFit(a: readonly string[], b: readonly string[]): Fit {
  const aInB = a.every((item) => b.includes(item));
  const bInA = b.every((item) => a.includes(item));
  if (aInB && bInA) return 'same';
  return aInB ? 'part' : bInA ? 'whole' : 'apart';
}
