import { roleClasses } from '../lexicon/role-class.ts';
import { chunkAt } from '../mention/lookup.ts';
import { isTemporal } from '../mention/subject.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';
import { type Frame, frameOf } from './role.ts';

/** Who does what a word names and who suffers it, as head tokens; either may be empty. */
export interface ThematicRoles {
  readonly agent: readonly number[];
  readonly patient: readonly number[];
}

/*
 * At any verb the subject acts and the object suffers, turned round in the passive; verbs of happening have only one who undergoes
 * ("the bridge collapsed"), and some verbs act on what stands behind their preposition ("relied on the convoy"). At a noun the
 * genitive, the adjective of a nation and "by" act, "of", "on" and "against" suffer ("the army's attack on the town", "the arrest
 * of two men by police"); behind a light verb its subject acts ("the militia carried out an attack").
 */

/** The participants of any verb or noun, whether or not the lexicon knows it as an event. */
export function thematicRoles(tokens: readonly Token[], at: number): ThematicRoles {
  const token = tokens[at]!;
  if (token.deprel === 'cop' && token.head >= 0) {
    const { subj } = frameOf(tokens, token.head);
    return { agent: [], patient: subj.length > 0 ? subj : phraseBefore(tokens, at) };
  }
  const frame = frameOf(tokens, at);
  return token.upos === 'NOUN' || token.upos === 'PROPN' || token.upos === 'ADJ'
    ? atNoun(tokens, frame)
    : atVerb(tokens, frame);
}

function atVerb(tokens: readonly Token[], frame: Frame): ThematicRoles {
  const { at } = frame;
  const { lemma } = tokens[at]!;
  const classes = roleClasses();
  if (frame.passive) return { agent: frame.subj, patient: frame.obj };
  const subj = frame.subj.length > 0 || !hasTense(tokens, at) ? frame.subj : phraseBefore(tokens, at);
  const measured = frame.obj.every((i) => isMeasure(tokens, i));
  const aspect = classes.light.has(lemma) && dependents(tokens, at, 'xcomp').length > 0;
  if (measured && classes.undergoing.verb.has(lemma) && !aspect) return { agent: [], patient: subj };
  if (frame.obj.length > 0) return { agent: subj, patient: frame.obj };
  if (isHeadlinePassive(tokens, at)) return { agent: frame.obl.get('by') ?? [], patient: subj };
  const behind = (classes.oblique.get(lemma) ?? []).flatMap((p) => [...(frame.obl.get(p) ?? [])]);
  return { agent: subj, patient: behind.length > 0 ? behind : phraseAfter(tokens, at) };
}

function hasTense(tokens: readonly Token[], at: number): boolean {
  return (
    /^VB[DZP]$/.test(tokens[at]!.xpos) ||
    dependents(tokens, at, 'aux').some((i) => /^(?:VB[DZP]|MD)$/.test(tokens[i]!.xpos))
  );
}

/** "First jet delivered": a headline leaves out the auxiliary of the passive. */
function isHeadlinePassive(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  return (
    token.head < 0 &&
    /^VB[DN]$/.test(token.xpos) &&
    !/^[.!?”"]$/u.test(tokens.at(-1)!.form) &&
    dependents(tokens, at, 'aux', 'ccomp').length === 0
  );
}

/**
 * The phrase that stands where a subject would, where the tree gives none: the nearest one before the verb that hangs on no preposition,
 * with no other verb between.
 */
function phraseBefore(tokens: readonly Token[], at: number): number[] {
  for (let i = at - 1; i >= Math.max(0, at - 12); i--) {
    const { upos } = tokens[i]!;
    if (upos === 'VERB' || upos === 'SCONJ') return [];
    const chunk = chunkAt(tokens, i);
    if (chunk === null) continue;
    if (tokens[chunk.from - 1]?.upos === 'ADP') {
      i = chunk.from - 1;
      continue;
    }
    if (!isTemporal(tokens[chunk.head]!)) return [chunk.head];
    i = chunk.from;
  }
  return [];
}

/**
 * The phrase that stands where an object would, where the tree gives none: right behind the verb or its particle ("took on | the debt"),
 * and no subject of another.
 */
function phraseAfter(tokens: readonly Token[], at: number): number[] {
  if (dependents(tokens, at, 'ccomp', 'xcomp').length > 0) return [];
  let i = at + 1;
  if (/^(?:on|off|out|up|over|down|away|back)$/i.test(tokens[i]?.form ?? '')) i++;
  while (i < at + 5 && (/^(?:ADV|PART|ADJ)$/.test(tokens[i]?.upos ?? '') || tokens[i]?.form === ',')) i++;
  const chunk = i < tokens.length ? chunkAt(tokens, i) : null;
  if (chunk === null || chunk.from <= at || isTemporal(tokens[chunk.head]!)) return [];
  for (let k = chunk.from; k < chunk.to; k++)
    if (/^nsubj/.test(tokens[k]!.deprel) && tokens[tokens[k]!.head]!.xpos !== 'VBN') return [];
  return isMeasure(tokens, chunk.head) ? [] : [chunk.head];
}

/** "fell | 3 percent", "rose 12 points": how much, not what. */
function isMeasure(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:%|percent|point|cent|dollar|euro|degree|metre|meter|mile|kilometre|kilometer|foot)$/.test(
      tokens[at]!.lemma,
    ) || tokens[at]!.upos === 'NUM'
  );
}

function atNoun(tokens: readonly Token[], frame: Frame): ThematicRoles {
  const { at } = frame;
  const undergoes = roleClasses().undergoing.noun.has(tokens[at]!.lemma);
  const behind = (...prepositions: string[]) => prepositions.flatMap((p) => [...(frame.obl.get(p) ?? [])]);
  const owners = dependents(tokens, at, 'nmod:poss');
  const of = behind('of');
  const by = behind('by', 'between', 'among');
  const modifiers = beforeNoun(tokens, at);
  const named = modifiers.filter((i) => /^\p{Lu}/u.test(tokens[i]!.form) && tokens[i]!.upos !== 'NOUN');
  const common = modifiers.filter((i) => !named.includes(i) && tokens[i]!.upos !== 'ADJ');
  if (undergoes) {
    const agent = [...by, ...(of.length > 0 ? owners : [])];
    const patient =
      of.length > 0 ? of : owners.length > 0 ? owners : modifiers.filter((i) => tokens[i]!.upos !== 'ADJ');
    return { agent, patient };
  }
  const behindOf = behind('for', 'on', 'to', 'against');
  const offered = roleClasses().content.has(tokens[at]!.lemma) && of.length > 0 && behindOf.length > 0;
  const own = [...by, ...owners, ...named, ...(offered ? of : [])];
  const from = own.length > 0 ? [] : behind('from');
  const agent = [...own, ...from];
  if (agent.length === 0) agent.push(...lender(tokens, at));
  const target = offered
    ? behindOf
    : of.length > 0
      ? of
      : behind('on', 'against', 'for', 'to', 'with', 'over', 'in');
  return { agent, patient: target.length > 0 ? target : common };
}

/** "Russian", "missile" in "Russian missile tests"; also where the parse hangs them on the noun after it. */
function beforeNoun(tokens: readonly Token[], at: number): number[] {
  const own = dependents(tokens, at, 'amod', 'compound', 'nmod').filter((i) => i < at);
  const found = own.filter((i) => /^(?:NOUN|PROPN|ADJ)$/.test(tokens[i]!.upos));
  if (found.length > 0 || tokens[at]!.deprel !== 'compound') return found;
  const before = tokens[at - 1];
  return before?.head === tokens[at]!.head && before.upos !== 'DET' && before.upos !== 'ADJ' ? [at - 1] : [];
}

/** Whom the verb above lends to a noun: "the militia carried out | an attack", "officials are in | talks". */
function lender(tokens: readonly Token[], at: number): readonly number[] {
  const token = tokens[at]!;
  const subject = dependents(tokens, at, 'nsubj');
  if (subject.length > 0 && dependents(tokens, at, 'case').length > 0) return subject;
  if (token.head < 0 || !/^(?:obj|obl|xcomp)/.test(token.deprel)) return [];
  if (!roleClasses().light.has(tokens[token.head]!.lemma)) return [];
  return frameOf(tokens, token.head).subj;
}
