import { lookupActor, scanActors } from '../lexicon/actor.ts';
import type { Credit } from '../model/credit.ts';
import type { Draft, Stage } from '../model/draft.ts';
import { words } from '../text/word.ts';

/** Finds the words by which a document says who wrote the story first. */
export const credit: Stage = { name: 'credit', run };

/*
 * A copy names the story's first publisher in the site's furniture or in a closing line: "To read the full report at X click here",
 * "This article was first published by X", "Source: X". The name is an outlet of the lexicon or the capitals in that place.
 */
const PATTERNS = [
  /\b(?:read|see|view)\s+(?:the\s+)?(?:entire|full|original|whole|complete)\s+(?:article|story|report|text|post|piece|dispatch)?\s*(?:(?:at|on|by|from|in|via)\s+)?(?<name>\p{Lu}[^:;|\n]*?)\s*(?:click here|here|,|:|\.|$)/iu,
  /\b(?:first|originally)\s+(?:published|appeared|posted|reported|broadcast)\s+(?:by|on|in|at)\s+(?:the\s+)?(?<name>\p{Lu}[^,;:.|\n]*)/iu,
  /^(?:source|via|credit)\s*:\s*(?<name>\p{Lu}[^,;|\n]*)/imu,
  /\b(?:republished|reprinted|reproduced|adapted|rewritten)\s+(?:with permission\s+)?(?:from|by permission of)\s+(?:the\s+)?(?<name>\p{Lu}[^,;:.|\n]*)/iu,
  /^\(?with (?:reporting|material|files|additional reporting) (?:from|by)\s+(?<name>\p{Lu}[^,;:.|\n]*)/iu,
];

function run(draft: Draft): Draft {
  const { text, publisher } = draft.document;
  const credits: Credit[] = [];
  for (const s of draft.sentences) {
    const body = text.slice(s.start, s.end);
    for (const pattern of PATTERNS) {
      const name = pattern.exec(body)?.groups?.name?.trim();
      if (name === undefined || !/^\p{Lu}/u.test(name)) continue;
      const outlet = outletIn(name);
      if (outlet === publisher || credits.some((c) => c.start === s.start)) continue;
      credits.push({ start: s.start, end: s.end, text: body, publisher: outlet });
    }
  }
  return { ...draft, credits };
}

/** The outlet's name as the lexicon has it, else the words themselves without a closing mark. */
function outletIn(name: string): string {
  const known =
    lookupActor(name)[0] ??
    scanActors(words(name, 0, name.length)).find((m) => m.entry.kind === 'outlet')?.entry;
  return known?.names[0] ?? name.replace(/\s+(?:click|tap|go)\b.*$/iu, '').replace(/[\s.:,]+$/u, '');
}
