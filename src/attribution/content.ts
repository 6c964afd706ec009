import type { ParsedSentence } from '../model/draft.ts';
import type { Span } from '../model/span.ts';
import type { Token } from '../model/token.ts';
import { dependents, runs, subtree } from '../parse/tree.ts';
import { quotations } from '../text/quotation.ts';
import type { Cue } from './cue.ts';
import type { Source } from './source.ts';

/** What is said: `head` is the token its clause hangs on. */
export interface Content {
  readonly head: number | null;
  readonly words: readonly number[];
}

/**
 * The content of a cue as one entry a separately checkable clause. "said the men had gone and the buses were waiting" gives
 * two; "had gone back on a promise and were keeping them" shares its subject and stays one.
 */
export function contentsOf(text: string, sentence: ParsedSentence, cue: Cue, source: Source | null): Content[] {
  const { tokens } = sentence;
  const whole = byParse(tokens, cue, source) ?? byPlace(text, sentence, cue, source);
  if (whole === null) return [];
  return split(text, tokens, whole);
}

function byParse(tokens: readonly Token[], cue: Cue, source: Source | null): Content | null {
  const outer = new Set([...cue.words, ...(source?.words ?? [])]);
  if (cue.kind === 'noun') {
    const clause = dependents(tokens, cue.at, 'acl', 'ccomp')[0];
    return clause === undefined ? null : { head: clause, words: subtree(tokens, clause) };
  }
  if (cue.kind === 'preposition') return aroundPreposition(tokens, cue, outer);
  const at = cue.words.length > 1 && /^(?:saying|telling)$/.test(tokens[cue.words.at(-1)!]!.form) ? cue.words.at(-1)! : cue.at;
  const clause = dependents(tokens, at, 'ccomp')[0] ?? dependents(tokens, cue.at, 'ccomp')[0];
  if (clause !== undefined) return { head: clause, words: without(subtree(tokens, clause), outer) };
  const above = tokens[cue.at]!.head;
  if (/^(?:parataxis|dep)/.test(tokens[cue.at]!.deprel) && above >= 0) {
    const own = new Set(subtree(tokens, cue.at));
    return { head: above, words: subtree(tokens, above).filter((i) => !own.has(i)) };
  }
  const open = cue.entry.take.includes('infinitive') ? dependents(tokens, cue.at, 'xcomp')[0] : undefined;
  if (open !== undefined) return { head: open, words: subtree(tokens, open) };
  const object = cue.entry.take.includes('object') ? (dependents(tokens, cue.at, 'obj')[0] ?? passiveSubject(tokens, cue)) : undefined;
  return object === undefined ? null : { head: object, words: without(subtree(tokens, object), outer) };
}

function passiveSubject(tokens: readonly Token[], cue: Cue): number | undefined {
  return dependents(tokens, cue.at, 'nsubj:pass')[0];
}

/** "Up to 500 were inside, according to Alloush": everything else in the clause the phrase stands in. */
function aroundPreposition(tokens: readonly Token[], cue: Cue, outer: ReadonlySet<number>): Content | null {
  const named = [...outer].find((i) => i > cue.at + 1) ?? cue.at;
  let top = named;
  while (tokens[top]!.head >= 0 && (outer.has(top) || tokens[top]!.upos !== 'VERB' || tokens[top]!.lemma === 'accord')) top = tokens[top]!.head;
  const branch = new Set<number>(outer);
  for (const i of outer) if (i > cue.at) for (const k of subtree(tokens, i)) branch.add(k);
  const words = subtree(tokens, top).filter((i) => !branch.has(i));
  return words.length < 2 ? null : { head: top, words };
}

function without(words: readonly number[], gone: ReadonlySet<number>): number[] {
  return words.filter((i) => !gone.has(i));
}

/*
 * Where the parse shows no clause, the place does: what stands in quotation marks beside the cue; all before ", the SDF said";
 * all after "said (that)".
 */
function byPlace(text: string, sentence: ParsedSentence, cue: Cue, source: Source | null): Content | null {
  const { tokens } = sentence;
  if (cue.kind !== 'verb' || !cue.entry.take.includes('clause')) return null;
  const own = new Set([...cue.words, ...(source?.words ?? [])]);
  const first = Math.min(...own);
  const last = Math.max(...own);
  const quoted = quotations(text, sentence.start, sentence.end).filter((q) => q.innerEnd <= tokens[first]!.start || q.innerStart >= tokens[last]!.end);
  const inQuotes = tokens.flatMap((t, i) => (quoted.some((q) => t.start >= q.innerStart && t.end <= q.innerEnd) ? [i] : []));
  if (inQuotes.length > 1) return { head: verbIn(tokens, inQuotes), words: inQuotes };
  const before = range(0, first);
  if (last >= tokens.length - 4 && tokens[first - 1]?.form === ',' && verbIn(tokens, before) !== null) return { head: verbIn(tokens, before), words: before };
  const after = range(last + 1, tokens.length);
  const speech = /^(?:say|tell|add|announce|claim|report|state|deny|insist)$/.test(tokens[cue.at]!.lemma);
  return speech && verbIn(tokens, after) !== null ? { head: verbIn(tokens, after), words: after } : null;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

function verbIn(tokens: readonly Token[], words: readonly number[]): number | null {
  const set = new Set(words);
  const top = words.filter((i) => !set.has(tokens[i]!.head) && tokens[i]!.upos !== 'PUNCT');
  const verb = top.find((i) => tokens[i]!.upos === 'VERB') ?? words.find((i) => tokens[i]!.upos === 'VERB' || tokens[i]!.upos === 'AUX');
  return verb ?? null;
}

function split(text: string, tokens: readonly Token[], whole: Content): Content[] {
  if (whole.head === null || quotedWhole(text, tokens, whole.words)) return [whole];
  const inside = new Set(whole.words);
  const joined = dependents(tokens, whole.head, 'conj').filter((i) => inside.has(i) && i > whole.head! && dependents(tokens, i, 'nsubj').length > 0);
  if (joined.length === 0) return [whole];
  const parts: Content[] = [];
  let rest = whole.words;
  for (const i of joined) {
    const part = new Set(subtree(tokens, i).filter((k) => inside.has(k)));
    rest = rest.filter((k) => !part.has(k));
    parts.push({ head: i, words: [...part].filter((k) => tokens[k]!.deprel !== 'cc' || tokens[k]!.head !== i) });
  }
  return [{ head: whole.head, words: rest }, ...parts];
}

function quotedWhole(text: string, tokens: readonly Token[], words: readonly number[]): boolean {
  const first = words.find((i) => tokens[i]!.upos !== 'PUNCT');
  return first !== undefined && /["“«„]$/u.test(text.slice(0, tokens[first]!.start));
}

const EDGE = new Set([',', '.', ':', ';', '-', '–', '—', '"', '“', '”', '„', '«', '»', "'", '‘', '’', '(', ')']);

/**
 * The spans of a content: runs of its words without the marks at their ends, a leading "that" or "and", and with the quotation
 * marks kept only where part of it is quoted.
 */
export function contentSpans(text: string, sentence: ParsedSentence, content: Content): Span[] {
  const { tokens } = sentence;
  const kept = new Set(content.words);
  for (const i of content.words) for (const k of [i - 1, i + 1]) if (tokens[k] !== undefined && EDGE.has(tokens[k]!.form) && between(tokens, kept, k)) kept.add(k);
  const spans: Span[] = [];
  for (const [from, to] of runs([...kept].sort((a, b) => a - b))) {
    let a = from;
    let b = to;
    const drop = (i: number, leading: boolean) => EDGE.has(tokens[i]!.form) || (leading && isJoint(tokens, i));
    while (a <= b && drop(a, true)) a++;
    while (b >= a && drop(b, false)) b--;
    if (a > b) continue;
    spans.push(withMarks(text, sentence, tokens[a]!.start, tokens[b]!.end));
  }
  return spans;
}

function between(tokens: readonly Token[], kept: ReadonlySet<number>, k: number): boolean {
  return kept.has(k - 1) && kept.has(k + 1) && tokens[k] !== undefined;
}

function isJoint(tokens: readonly Token[], i: number): boolean {
  return /^(?:that|and|but|however)$/i.test(tokens[i]!.form) && /^(?:mark|cc|advmod)$/.test(tokens[i]!.deprel);
}

/** Adds the quotation mark at an end where the quotation covers only part of the span ("walk “free”"). */
function withMarks(text: string, sentence: ParsedSentence, start: number, end: number): Span {
  let from = start;
  let to = end;
  for (const q of quotations(text, sentence.start, sentence.end)) {
    if (q.innerStart <= start && q.innerEnd >= end) return { start, end, text: text.slice(start, end) };
    const inside = q.innerStart >= start - 1 && q.innerStart < end && q.innerEnd > start;
    if (inside && q.start < from) from = q.start;
    if (q.innerStart > start - 2 && q.innerStart < end && q.end > to && q.end <= end + 2) to = q.end;
  }
  return { start: from, end: to, text: text.slice(from, to) };
}
