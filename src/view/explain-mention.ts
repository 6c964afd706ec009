import type { Mention } from '../model/mention.ts';
import type { Reading } from '../model/reading.ts';

/** How many earlier mentions a chain tells at most. */
const HOPS = 4;

/** Reasons of a mention that names its entity outright, so that no earlier mention has to explain it. */
const NAMES =
  /^(?:actor lexicon|title and name|capitalised name|name of a body|acronym|gazetteer|place by pattern|capitals over)/;

const TIES = {
  memberOf: 'is a member of',
  alliedWith: 'is allied with',
  spokesmanFor: 'speaks for',
  partOf: 'is part of',
} as const;

/** The mention that decides what a stretch of text names: of the entity, where it is known, the longest one in it. */
export function mentionIn(
  { mentions }: Reading,
  stretch: { readonly start: number | null; readonly end: number | null },
  fits: (mention: Mention) => boolean,
): Mention | null {
  const { start, end } = stretch;
  if (start === null || end === null) return null;
  let found: Mention | null = null;
  for (const mention of mentions) {
    if (mention.start >= end || mention.end <= start || !fits(mention)) continue;
    if (found === null || mention.end - mention.start > found.end - found.start) found = mention;
  }
  return found;
}

/**
 * Why a mention names what it names: what was recorded, then for pronouns and descriptions the mentions before it, back to one that
 * gives the name.
 */
export function mentionReasons(reading: Reading, mention: Mention): string[] {
  const reasons = [...mention.why];
  let last = mention;
  for (let hop = 0; hop < HOPS && !last.why.some((reason) => NAMES.test(reason)); hop++) {
    const before = earlier(reading, last);
    if (before === undefined) break;
    reasons.push(`before it: “${before.text}” (${place(before)}), ${before.why.join(', ')}`);
    last = before;
  }
  return reasons;
}

/** What the Reading knows of an entity's ties: "foreign fighters is part of Islamic State". */
export function tiesOf(
  { entities }: Reading,
  id: string | null,
  kinds: readonly (keyof typeof TIES)[],
): string[] {
  const entity = entities.find((one) => one.id === id);
  if (entity === undefined) return [];
  const name = (of: string) => entities.find((one) => one.id === of)?.names[0] ?? of;
  return entity.relations
    .filter((tie) => kinds.includes(tie.kind))
    .map((tie) => `${name(entity.id)} ${TIES[tie.kind]} ${name(tie.to)}`);
}

/** Offsets as people read them: "12–30". */
export function place({
  start,
  end,
}: {
  readonly start: number | null;
  readonly end: number | null;
}): string {
  return `${start}–${end}`;
}

function earlier({ mentions }: Reading, { entity, start }: Mention): Mention | undefined {
  if (entity === null) return undefined;
  return mentions
    .filter((one) => one.entity === entity && one.end <= start)
    .reduce<Mention | undefined>(
      (last, one) => (last === undefined || one.start > last.start ? one : last),
      undefined,
    );
}
