import { readList } from '../lexicon/list.ts';
import { chunkAt, entityOf, mentionsAt, mentionsWithin, type WhoMention, whoAt } from '../mention/lookup.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Statement } from '../model/statement.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';
import type { Source } from './source.ts';

/** Who a source means: the speaker, and the organisation spoken for. */
export interface Speaker {
  readonly speaker: string | null;
  readonly for: string | null;
}

const NOBODY: Speaker = { speaker: null, for: null };

/**
 * Resolves a source to its speaker. A person speaks for the organisation the text ties them to; "a statement released by the SDF"
 * and "US statements" mean who issued them; "the statement" alone means the last organisation that spoke.
 */
export function speakerOf(
  draft: Draft,
  sentence: ParsedSentence,
  source: Source,
  before: readonly Pick<Statement, 'for'>[],
): Speaker {
  const { tokens } = sentence;
  const head = chunkAt(tokens, source.at)?.head ?? source.at;
  if (readList('lexicon/speech-noun.txt').has(tokens[head]!.lemma))
    return issuer(draft, sentence, source, before);
  const who =
    namedBeside(draft, tokens, source) ?? whoAt(draft, tokens, source.at) ?? metonym(draft, sentence, source);
  if (who !== null) return speaks(draft, who);
  const owner =
    source.words
      .map((i) => (i === source.at ? null : whoAt(draft, tokens, i)))
      .find((m) => m?.kind === 'actor') ?? null;
  return owner?.entity == null ? NOBODY : speaks(draft, owner.entity);
}

/** The organisation an entity speaks for: its own, if it is one. */
export function speaks(draft: Draft, who: string | { readonly entity: string | null }): Speaker {
  const id = typeof who === 'string' ? who : who.entity;
  const entity = entityOf(draft, id);
  if (entity === undefined) return { speaker: id, for: null };
  if (entity.kind !== 'person') return { speaker: entity.id, for: entity.id };
  const tie =
    entity.relations.find((r) => r.kind === 'spokesmanFor') ??
    entity.relations.find((r) => r.kind === 'memberOf');
  return { speaker: entity.id, for: tie?.to ?? null };
}

/*
 * A minister without a country speaks for the state whose act he tells: "Defense Secretary Jim Mattis said the US would accept their
 * surrender".
 */

/** The speaker with the state he stands for, where his title is an office of state and the content's subject is a state. */
export function officeHolder(draft: Draft, speaker: Speaker, subject: string | null): Speaker {
  if (speaker.for !== null || speaker.speaker === null || subject === null) return speaker;
  const state = entityOf(draft, subject);
  const title = draft.mentions.find((m) => m.kind === 'person' && m.entity === speaker.speaker);
  const before =
    title === undefined ? '' : draft.document.text.slice(Math.max(0, title.start - 40), title.start);
  return state?.role === 'state' &&
    /\b(?:minister|secretary|president|premier|chancellor|ambassador)\s+$/iu.test(before)
    ? { ...speaker, for: state.id }
    : speaker;
}

/** "The governor, Oleh Marchenko, said": the name set beside an office is the speaker's. */
function namedBeside(draft: Draft, tokens: readonly Token[], source: Source): WhoMention | null {
  if (tokens[source.at]!.upos !== 'NOUN') return null;
  for (const i of dependents(tokens, source.at, 'appos')) {
    if (i < source.at || tokens[i]!.upos !== 'PROPN') continue;
    const who = whoAt(draft, tokens, i);
    if (who?.kind === 'person') return who;
  }
  return null;
}

function metonym(draft: Draft, sentence: ParsedSentence, source: Source): string | null {
  const place = mentionsAt(draft, sentence.tokens, source.at).find((m) => m.kind === 'place');
  if (place === undefined) return null;
  return draft.entities.find((e) => e.kind === 'actor' && e.names.includes(place.text))?.id ?? null;
}

function issuer(
  draft: Draft,
  sentence: ParsedSentence,
  source: Source,
  before: readonly Pick<Statement, 'for'>[],
): Speaker {
  const { tokens } = sentence;
  const chunk = chunkAt(tokens, source.at);
  const inside =
    chunk === null
      ? []
      : mentionsWithin(draft, tokens[source.words[0]!]!.start, tokens[source.words.at(-1)!]!.end).filter(
          (m) => m.kind === 'actor',
        );
  if (inside.length > 0) return speaks(draft, inside[0]!);
  const poss = dependents(tokens, source.at, 'nmod:poss')[0];
  const owner = poss === undefined ? null : whoAt(draft, tokens, poss);
  if (owner !== null) return speaks(draft, owner);
  const last = before.findLast((s) => s.for !== null);
  return last === undefined ? NOBODY : { speaker: last.for, for: last.for };
}
