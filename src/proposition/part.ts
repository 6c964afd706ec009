import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Span } from '../model/span.ts';
import type { Statement } from '../model/statement.ts';
import { dependents, isRelation, subtree } from '../parse/tree.ts';
import { sentenceAt } from './said.ts';

/*
 * What belongs to which voice. "The buses are for all, he said, adding that they may go north": the second clause belongs to "adding"
 * alone. "The rebels left, taking cattle along, the army said": the participle is told by the army too. "The army said it would attack,
 * while elders went on with their talks": what the elders do is told by the report.
 */

/** Statements with their contents as far as their own voice goes. */
export function ownParts(draft: Draft): Statement[] {
  const wholes = new Map<string, Statement>();
  for (const s of draft.statements)
    if (s.content.length === 1 && s.cue !== null) wholes.set(keyOf(s.content[0]!), s);
  return draft.statements.flatMap((s) => {
    const own = ownPart(draft, s, wholes);
    return [own, ...toll(draft, own)];
  });
}

function ownPart(draft: Draft, s: Statement, wholes: ReadonlyMap<string, Statement>): Statement {
  if (s.cue === null || s.content.length === 0) return s;
  const content = s.content.filter((span) => {
    const other = wholes.get(keyOf(span));
    return s.content.length === 1 || other === undefined || other.cue?.start === s.cue!.start;
  });
  const last = content.at(-1) ?? s.content.at(-1)!;
  const sentence = sentenceAt(draft, last.start);
  if (sentence === null || s.mode === 'direct') return { ...s, content };
  const ended =
    withoutToll(draft, sentence, s, last) ??
    withParticiple(draft, sentence, s, last) ??
    withoutWhile(draft, sentence, s, last) ??
    last;
  return { ...s, content: [...content.slice(0, -1), ended] };
}

/** The content up to a toll that it ends in. */
function withoutToll(draft: Draft, { tokens }: ParsedSentence, s: Statement, content: Span): Span | null {
  if (s.cue === null || s.cue.start > content.end) return null;
  const at = tokens.findIndex(
    (t, i) =>
      t.start > content.start && t.end <= content.end && TOLL.test(t.form) && tokens[i - 1]?.form === ',',
  );
  if (at < 2 || tokens.slice(at).some((t) => t.end <= content.end && t.form === ',')) return null;
  const { end } = tokens[at - 2]!;
  return { start: content.start, end, text: draft.document.text.slice(content.start, end) };
}

const TOLL = /^(?:kill|wound|injur)ing$/i;

/** "… had bombed the town, | killing seven people": the toll can be checked apart, and is told by the same voice. */
function toll(draft: Draft, s: Statement): Statement[] {
  const content = s.content.at(-1);
  if (s.cue === null || content === undefined || s.mode === 'direct' || s.cue.start > content.end) return [];
  const sentence = sentenceAt(draft, content.start);
  if (sentence === null) return [];
  const { tokens } = sentence;
  const at = tokens.findIndex((t) => t.start >= content.end && t.upos !== 'PUNCT');
  if (at < 1 || tokens[at - 1]!.form !== ',' || !TOLL.test(tokens[at]!.form)) return [];
  let to = at;
  while (to + 1 < tokens.length && !/^[,.;]$/.test(tokens[to + 1]!.form)) to++;
  const { start } = tokens[at]!;
  const { end } = tokens[to]!;
  return [{ ...s, id: `${s.id}+`, content: [{ start, end, text: draft.document.text.slice(start, end) }] }];
}

function keyOf({ start, end }: Span): string {
  return `${start} ${end}`;
}

/** The content with a participle behind its comma that stands before the cue: "left, | taking cattle along |, the army said". */
function withParticiple(draft: Draft, { tokens }: ParsedSentence, s: Statement, content: Span): Span | null {
  const limit = Math.min(
    ...[s.source, s.cue].map((x) => (x !== null && x.start >= content.end ? x.start : Infinity)),
  );
  if (limit === Infinity) return null;
  const at = tokens.findIndex((t) => t.start >= content.end && t.upos !== 'PUNCT');
  if (at < 1 || tokens[at]!.start >= limit || tokens[at]!.xpos !== 'VBG' || tokens[at - 1]!.form !== ',')
    return null;
  if (!/^(?:advcl|acl|conj|dep|parataxis)/.test(tokens[at]!.deprel)) return null;
  let to = at;
  while (tokens[to + 1] !== undefined && tokens[to + 1]!.end <= limit && tokens[to + 1]!.form !== ',') to++;
  if (tokens[to + 1] !== undefined && tokens[to + 1]!.form !== ',' && tokens[to + 1]!.start < limit)
    return null;
  const { end } = tokens[to]!;
  return { start: content.start, end, text: draft.document.text.slice(content.start, end) };
}

/** The content without a closing "while" clause about somebody else, where it follows its cue. */
function withoutWhile(draft: Draft, { tokens }: ParsedSentence, s: Statement, content: Span): Span | null {
  if (s.cue === null || s.cue.start > content.start || s.mode !== 'indirect') return null;
  for (const [i, mark] of tokens.entries()) {
    if (!/^(?:while|whereas)$/i.test(mark.form) || mark.start <= content.start || mark.end > content.end)
      continue;
    if (tokens[i - 1]?.form !== ',' || !isRelation(mark.deprel, 'mark') || mark.head < 0) continue;
    const last = tokens[subtree(tokens, mark.head).at(-1)!]!;
    const subject = dependents(tokens, mark.head, 'nsubj').filter((k) => tokens[k]!.upos !== 'PRON');
    const closes =
      last.end >= content.end || tokens.slice(tokens.indexOf(last) + 1).every((t) => t.upos === 'PUNCT');
    if (subject.length === 0 || !closes || !/^VB[DZP]$/.test(tokens[mark.head]!.xpos)) continue;
    const { end } = tokens[i - 2]!;
    return { start: content.start, end, text: draft.document.text.slice(content.start, end) };
  }
  return null;
}
