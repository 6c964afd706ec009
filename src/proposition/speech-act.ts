import { isOfClass } from '../lexicon/event.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Statement } from '../model/statement.ts';
import type { Token } from '../model/token.ts';
import { isRelation } from '../parse/tree.ts';
import { senseAt } from './sense.ts';

/*
 * Some words are deeds: "the council condemned the raid", "rejected the offer", "praised the farmers", "warned the clan". With a noun for
 * their object they say nothing that can be checked, but that they were said is an event (ACCUSE, REJECT, SUPPORT, THREATEN). With a
 * clause they are statements ("warned that it would march"); so is what disputes another's words ("rejected the claim"). "The two sides
 * agreed that …" is both a statement and an agreement; several who agree with each other make it one.
 */

const DEEDS = new Set(['ACCUSE', 'REJECT', 'SUPPORT', 'THREATEN']);
const WORDS =
  /^(?:claim|accusation|allegation|charge|report|assertion|suggestion|statement|version|account|rumou?r|notion|idea|figure|it|this|that)$/;

/** Whether a statement's cue is a deed done to somebody or something, and not the telling of something. */
export function isSpeechAct(draft: Draft, sentence: ParsedSentence, statement: Statement): boolean {
  const { tokens } = sentence;
  const { cue, content } = statement;
  if (cue === null || content.length !== 1) return false;
  const at = tokens.findIndex((t) => t.upos === 'VERB' && t.start >= cue.start && t.end <= cue.end);
  if (at < 0) return false;
  const inside = (i: number) => tokens[i]!.start >= content[0]!.start && tokens[i]!.end <= content[0]!.end;
  if (tokens.some((t, i) => /^(?:MD|VB[DPZ])$/.test(t.xpos) && inside(i) && !isRelative(tokens, i, at)))
    return false;
  const object = tokens.findIndex((t, i) => t.head === at && inside(i) && t.upos !== 'PUNCT');
  if (object < 0 || !/^(?:NOUN|PROPN|PRON)$/.test(tokens[object]!.upos)) return false;
  if (WORDS.test(tokens[object]!.lemma.toLowerCase()) || isOfClass(tokens[object]!.lemma, 'charge'))
    return false;
  const sense = senseAt(draft, sentence, at);
  return sense !== null && DEEDS.has(sense.entry.event);
}

/** Whether a word stands in a clause that only qualifies a noun: "the raid | that killed nine". */
function isRelative(tokens: readonly Token[], word: number, cue: number): boolean {
  for (let i = word; i >= 0 && i !== cue; i = tokens[i]!.head)
    if (isRelation(tokens[i]!.deprel, 'acl')) return true;
  return false;
}
