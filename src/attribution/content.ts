import { readList } from '../lexicon/list.ts';
import type { ParsedSentence } from '../model/draft.ts';
import type { Token } from '../model/token.ts';
import { dependents, subtree } from '../parse/tree.ts';
import { quotations } from '../text/quotation.ts';
import { chargeOf } from './charge.ts';
import type { Cue } from './cue.ts';
import { byPattern } from './pattern.ts';
import type { Source } from './source.ts';

/** What is said: `head` is the token its clause hangs on. */
export interface Content {
  readonly head: number | null;
  readonly words: readonly number[];
}

/**
 * The content of a cue as one entry a separately checkable clause. It is what the trained reader `learned`; where it found nothing,
 * what a fixed order of words shows, and else what the parse shows. "said the men had gone and the buses were waiting" gives two; "had
 * broken their word and were keeping them" shares its subject and stays one, and so does what a second "that" joins.
 */
export function contentsOf(
  text: string,
  sentence: ParsedSentence,
  cue: Cue,
  source: Source | null,
  learned: { readonly source: readonly number[]; readonly content: readonly number[] } | null,
): Content[] {
  const { tokens } = sentence;
  const known = learned?.content ?? [];
  const charge = cue.entry.take.includes('charge') ? (chargeOf(tokens, cue.at) ?? []) : [];
  const relayed = cue.words.length > 1 && /^(?:saying|telling)$/.test(tokens[cue.words.at(-1)!]!.form);
  const ordered =
    known.length > 0 && !relayed
      ? []
      : charge.length > 0
        ? charge
        : (byPattern(tokens, cue)?.words.filter((i) => !learned?.source.includes(i)) ?? []);
  const words = ordered.length > 1 ? ordered : toSemicolon(text, sentence, cue, known);
  const whole =
    words.length > 0
      ? { head: verbIn(tokens, words), words }
      : (byParse(tokens, cue, source) ?? byPlace(text, sentence, cue, source));
  if (whole === null || whole.words.length === 0) return [];
  return split(text, tokens, whole);
}

/** "The army says its men advanced; on Friday the militia left": told behind the cue is what comes before the semicolon, unless it is quoted. */
function toSemicolon(
  text: string,
  sentence: ParsedSentence,
  cue: Cue,
  words: readonly number[],
): readonly number[] {
  const { tokens } = sentence;
  const at = words.find((i) => i > cue.at && tokens[i]!.form === ';');
  if (at === undefined) return words;
  const { start } = tokens[at]!;
  const quoted = quotations(text, sentence.start, sentence.end).some((q) => q.start < start && q.end > start);
  return quoted ? words : words.filter((i) => i < at);
}

function byParse(tokens: readonly Token[], cue: Cue, source: Source | null): Content | null {
  const outer = new Set([...cue.words, ...(source?.words ?? [])]);
  if (cue.kind === 'noun') {
    const clause = dependents(tokens, cue.at, 'acl', 'ccomp')[0];
    return clause === undefined ? null : { head: clause, words: subtree(tokens, clause) };
  }
  if (cue.kind === 'preposition') return aroundPreposition(tokens, cue, outer);
  const at =
    cue.words.length > 1 && /^(?:saying|telling)$/.test(tokens[cue.words.at(-1)!]!.form)
      ? cue.words.at(-1)!
      : cue.at;
  const clause =
    dependents(tokens, at, 'ccomp')[0] ??
    dependents(tokens, cue.at, 'ccomp')[0] ??
    inStatement(tokens, cue.at);
  if (clause !== undefined) return { head: clause, words: without(subtree(tokens, clause), outer) };
  const above = tokens[cue.at]!.head;
  if (/^(?:parataxis|dep)/.test(tokens[cue.at]!.deprel) && above >= 0) {
    const own = new Set(subtree(tokens, cue.at));
    return { head: above, words: subtree(tokens, above).filter((i) => !own.has(i)) };
  }
  const open = cue.entry.take.includes('infinitive') ? dependents(tokens, cue.at, 'xcomp')[0] : undefined;
  if (open !== undefined) return { head: open, words: subtree(tokens, open) };
  const object = cue.entry.take.includes('object')
    ? (dependents(tokens, cue.at, 'obj')[0] ?? passiveSubject(tokens, cue))
    : undefined;
  return object === undefined ? null : { head: object, words: without(subtree(tokens, object), outer) };
}

/** "said in a statement that they had left": the clause hangs on the noun, the cue is the verb. */
function inStatement(tokens: readonly Token[], at: number): number | undefined {
  const nouns = dependents(tokens, at, 'obl', 'obj').filter(
    (i) => i > at && readList('lexicon/speech-noun.txt').has(tokens[i]!.lemma),
  );
  return nouns
    .flatMap((i) => dependents(tokens, i, 'acl', 'ccomp'))
    .find((i) =>
      dependents(tokens, i, 'mark', 'obj').some(
        (m) => /^that$/i.test(tokens[m]!.form) && !/^(?:VERB|AUX)$/.test(tokens[m + 1]?.upos ?? ''),
      ),
    );
}

function passiveSubject(tokens: readonly Token[], cue: Cue): number | undefined {
  return dependents(tokens, cue.at, 'nsubj:pass')[0];
}

/** "Ten men were inside, according to the mayor": everything else in the clause the phrase stands in. */
function aroundPreposition(tokens: readonly Token[], cue: Cue, outer: ReadonlySet<number>): Content | null {
  const named = [...outer].find((i) => i > cue.at + 1) ?? cue.at;
  let top = named;
  while (
    tokens[top]!.head >= 0 &&
    (outer.has(top) || tokens[top]!.upos !== 'VERB' || tokens[top]!.lemma === 'accord')
  )
    top = tokens[top]!.head;
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
  const quoted = quotations(text, sentence.start, sentence.end).filter(
    (q) => q.innerEnd <= tokens[first]!.start || q.innerStart >= tokens[last]!.end,
  );
  const inQuotes = tokens.flatMap((t, i) =>
    quoted.some((q) => t.start >= q.innerStart && t.end <= q.innerEnd) ? [i] : [],
  );
  if (inQuotes.length > 1) return { head: verbIn(tokens, inQuotes), words: inQuotes };
  const before = range(0, first);
  if (last >= tokens.length - 4 && tokens[first - 1]?.form === ',' && verbIn(tokens, before) !== null)
    return { head: verbIn(tokens, before), words: before };
  const that = tokens.findIndex((t, i) => i > last && i <= last + 7 && t.form.toLowerCase() === 'that');
  const after = range((that < 0 ? last : that) + 1, tokens.length);
  const speech = /^(?:say|tell|add|announce|claim|report|state|deny|insist)$/.test(tokens[cue.at]!.lemma);
  return speech && verbIn(tokens, after) !== null ? { head: verbIn(tokens, after), words: after } : null;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/** The verb that the rest of the words hangs on, or the first verb among them; null where there is none. */
export function verbIn(tokens: readonly Token[], words: readonly number[]): number | null {
  const set = new Set(words);
  const top = words.filter((i) => !set.has(tokens[i]!.head) && tokens[i]!.upos !== 'PUNCT');
  const verb =
    top.find((i) => tokens[i]!.upos === 'VERB') ??
    words.find((i) => tokens[i]!.upos === 'VERB' || tokens[i]!.upos === 'AUX');
  return verb ?? null;
}

/** The content with its predicate for a head, not the copula or auxiliary before it: "were nowhere | near | the mill". */
export function predicated(tokens: readonly Token[], content: Content): Content {
  const token = content.head === null ? undefined : tokens[content.head];
  const below = token?.upos === 'AUX' && /^(?:cop|aux)/.test(token.deprel);
  return below && content.words.includes(token.head) ? { ...content, head: token.head } : content;
}

function split(text: string, tokens: readonly Token[], whole: Content): Content[] {
  if (whole.head === null || quotedWhole(text, tokens, whole.words)) return [whole];
  const inside = new Set(whole.words);
  const joined = dependents(tokens, whole.head, 'conj').filter(
    (i) =>
      inside.has(i) &&
      i > whole.head! &&
      dependents(tokens, i, 'nsubj').length > 0 &&
      !dependents(tokens, i, 'mark').some((m) => tokens[m]!.form.toLowerCase() === 'that'),
  );
  if (joined.length === 0) return [whole];
  const parts: Content[] = [];
  let rest = whole.words;
  for (const i of joined) {
    const part = new Set(subtree(tokens, i).filter((k) => inside.has(k)));
    rest = rest.filter((k) => !part.has(k));
    parts.push({
      head: i,
      words: [...part].filter((k) => tokens[k]!.deprel !== 'cc' || tokens[k]!.head !== i),
    });
  }
  return [{ head: whole.head, words: rest }, ...parts];
}

function quotedWhole(text: string, tokens: readonly Token[], words: readonly number[]): boolean {
  const first = words.find((i) => tokens[i]!.upos !== 'PUNCT');
  return first !== undefined && /["“«„]$/u.test(text.slice(0, tokens[first]!.start));
}
