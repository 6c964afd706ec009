import { events, isOfClass, verbSenses } from '../lexicon/event.ts';
import { peopleOf } from '../lexicon/people.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import { dependents } from '../parse/tree.ts';
import { type Frame, frameOf } from './role.ts';
import { is, type Sense, senseAt } from './sense.ts';

/**
 * "Some gunmen are in the old fort", "the town is in their hands", "foreigners were on board": a place as predicate says who is there,
 * who holds it, or who went along; "the town is empty of civilians", that they have gone; "the battle is in its last phase", that it goes on.
 */
export function beingAt(draft: Draft, sentence: ParsedSentence, at: number): Sense | null {
  const { tokens } = sentence;
  if (dependents(tokens, at, 'cop').length === 0 && !/^(?:inside|there|aboard)$/i.test(tokens[at]!.form))
    return null;
  const frame = frameOf(tokens, at);
  const cases = dependents(tokens, at, 'case').map((i) => tokens[i]!.form.toLowerCase());
  const entry = (mode: string) => events().find((e) => e.mode === mode)!;
  const words = [dependents(tokens, at, 'cop')[0] ?? at];
  if (
    cases.includes('in') &&
    tokens[at]!.lemma === 'hand' &&
    frame.subj.some((i) => is(draft, tokens, i, 'place'))
  ) {
    const holder = [...dependents(tokens, at, 'nmod:poss', 'compound'), ...(frame.obl.get('of') ?? [])];
    return { entry: entry('hold'), frame: { ...frame, subj: holder, obj: frame.subj }, words };
  }
  if (
    cases.some((c) => c === 'under' || c === 'in') &&
    tokens[at]!.lemma === 'control' &&
    frame.subj.some((i) => is(draft, tokens, i, 'place'))
  ) {
    const holder = [
      ...dependents(tokens, at, 'nmod:poss', 'amod', 'compound'),
      ...(frame.obl.get('of') ?? []),
    ];
    return { entry: entry('hold'), frame: { ...frame, subj: holder, obj: frame.subj }, words };
  }
  const held = frame.obl.get('of') ?? [];
  if (
    cases.includes('in') &&
    tokens[at]!.lemma === 'control' &&
    held.some((i) => is(draft, tokens, i, 'place'))
  )
    return { entry: entry('hold'), frame: { ...frame, obj: held }, words };
  const aboard =
    /^aboard$/i.test(tokens[at]!.form) || (cases.includes('on') && tokens[at]!.lemma === 'board');
  if (aboard && frame.subj.some((i) => is(draft, tokens, i, 'person')))
    return { entry: entry('aboard'), frame, words };
  if (cases.includes('among') && frame.subj.length > 0) return amongAt(tokens[at]!.form, frame, words);
  const emptied = /^(?:empty|free|clear)$/i.test(tokens[at]!.lemma)
    ? (frame.obl.get('of') ?? []).filter((i) => peopleOf(tokens[i]!.lemma, [])?.body === 'civil')
    : [];
  if (emptied.length > 0 && frame.subj.some((i) => is(draft, tokens, i, 'place')))
    return { entry: entry('emptied'), frame, words: [at] };
  const fight = frame.subj.find((i) => isOfClass(tokens[i]!.lemma, 'assault'));
  if (fight !== undefined && isOfClass(tokens[at]!.lemma, 'phase')) return senseAt(draft, sentence, fight);
  const people = frame.subj.some((i) => is(draft, tokens, i, 'person'));
  const inside =
    (cases.some((c) => /^(?:in|inside|near|at|around)$/.test(c)) && is(draft, tokens, at, 'place')) ||
    /^inside$/i.test(tokens[at]!.form);
  if (!people || !inside) return null;
  const obl = new Map([...frame.obl, ['in', [at]]]);
  return { entry: entry('hold-out'), frame: { ...frame, obl }, words };
}

/** "Four nurses were among | the dead", "no officer was among | them": they shared what is told of the others. */
function amongAt(form: string, frame: Frame, words: readonly number[]): Sense | null {
  const entry = (lemma: string) => verbSenses(lemma)[0]!.entry;
  if (/^(?:dead|killed|victims|casualties|fatalities)$/i.test(form))
    return { entry: entry('die'), frame, words };
  if (/^(?:wounded|injured)$/i.test(form))
    return { entry: entry('wound'), frame: { ...frame, subj: [], obj: frame.subj }, words };
  if (!/^(?:them|those)$/i.test(form)) return null;
  return { entry: { ...entry('leave'), mode: 'among' }, frame, words };
}
