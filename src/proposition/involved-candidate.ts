import { isOfClass } from '../lexicon/event.ts';
import { peopleOf } from '../lexicon/people.ts';
import type { Chunk } from '../mention/chunk.ts';
import { chunksOf, entityOf } from '../mention/lookup.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Mention } from '../model/mention.ts';
import type { Token } from '../model/token.ts';

/*
 * Whoever takes part in an incident is named by a noun: the last one of its phrase ("masked gunmen"), or one that stands before it ("FMLN
 * gunmen", "a car bomb attack"). The words that go with the noun are chosen later.
 */

/** A noun that may name a participant. Token indices are those of its sentence. */
export interface Candidate {
  /** Index of the sentence in the draft. */
  readonly sentence: number;
  readonly head: number;
  /** First word of its phrase that is no article, number or possessor's pronoun. */
  readonly from: number;
  readonly chunk: Chunk;
  /** End of the phrase with "of" behind it ("members of the militia"), or -1. */
  readonly of: number;
  /** Kind of what it names: a class of mention or of noun. */
  readonly sort: string;
  readonly entity: string | null;
}

/** The nouns of a document's prose that may name a participant, in order. */
export function candidatesOf(draft: Draft): Candidate[] {
  const named = new Map<number, Mention>();
  for (const m of draft.mentions) if (m.kind !== 'quantity') named.set(m.end, m);
  const found: Candidate[] = [];
  for (const [index, sentence] of draft.sentences.entries())
    if (sentence.kind === 'body' || sentence.kind === 'headline')
      addFrom(draft, sentence, index, named, found);
  return found;
}

function addFrom(
  draft: Draft,
  sentence: ParsedSentence,
  index: number,
  named: ReadonlyMap<number, Mention>,
  into: Candidate[],
): void {
  const { tokens } = sentence;
  const chunks = chunksOf(tokens);
  for (const [k, chunk] of chunks.entries()) {
    if (chunk.pronoun) continue;
    const next = chunks[k + 1];
    const of =
      tokens[chunk.to]?.form.toLowerCase() === 'of' && next?.from === chunk.to + 1 && !next.pronoun
        ? next.to
        : -1;
    let from = chunk.from;
    while (from < chunk.head && isBound(tokens[from]!)) from++;
    for (let head = from; head <= chunk.head; head++) {
      if (!isNoun(tokens[head]!) || (head < chunk.head && !endsName(tokens, head))) continue;
      const mention = named.get(tokens[head]!.end);
      if (mention?.kind === 'time') continue;
      into.push({
        sentence: index,
        head,
        from,
        chunk,
        of: head === chunk.head ? of : -1,
        sort: sortOf(draft, tokens, head, mention),
        entity: mention?.entity ?? null,
      });
    }
  }
}

function isNoun(token: Token): boolean {
  return token.upos === 'NOUN' || token.upos === 'PROPN';
}

/** "the", "fifty", "about", "their": words that do not tell who is meant. */
function isBound(token: Token): boolean {
  return (
    token.upos === 'DET' ||
    token.upos === 'NUM' ||
    token.xpos === 'PRP$' ||
    token.upos === 'PUNCT' ||
    /^(?:about|some|at|least|more|than|over|several|many|another|other|up|to|nearly|almost|approximately)$/i.test(
      token.form,
    )
  );
}

/** A noun inside a phrase ends a name where a common noun or a mark follows. */
function endsName(tokens: readonly Token[], i: number): boolean {
  return tokens[i + 1]!.upos !== 'PROPN' || /^\p{Lu}{2,}$/u.test(tokens[i]!.form);
}

const CLASSES = ['vehicle', 'facility', 'place', 'assault', 'force', 'aid', 'deal', 'talks'];

function sortOf(draft: Draft, tokens: readonly Token[], head: number, mention: Mention | undefined): string {
  const token = tokens[head]!;
  if (token.upos === 'PROPN' && mention !== undefined)
    return `${mention.kind} ${entityOf(draft, mention.entity)?.role ?? ''}`;
  const lemma = token.lemma.toLowerCase();
  let kind = nouns.get(lemma);
  if (kind === undefined) {
    if (nouns.size > 50_000) nouns.clear();
    kind = peopleOf(lemma, [])?.sense ?? CLASSES.find((c) => isOfClass(lemma, c)) ?? null;
    nouns.set(lemma, kind);
  }
  return kind ?? token.upos;
}

/** Classes of nouns that were looked up. */
const nouns = new Map<string, string | null>();
