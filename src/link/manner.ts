import type { EventType } from '../model/claim.ts';

// One event type covers acts that must not be counted together. Giving oneself up and leaving are both RETREAT:
// "About 100 militants surrendered" says nothing of "250 fighters left on buses". The dead are not the wounded:
// "12 were killed and 30 injured" holds two counts of one CASUALTY. The words of the predicate tell which. An ultimatum
// ("surrender or die") tells of no surrender.

interface Manner {
  readonly event: EventType;
  readonly name: string;
  /** Tested against the predicate first, then against the whole content. */
  readonly words: RegExp;
}

const MANNERS: readonly Manner[] = [
  {
    event: 'RETREAT',
    name: 'surrender',
    words:
      /\bsurrender\w*\b(?! or (?:to )?(?:die|death|be killed))|\b(?:give|gives|gave|given|giving|hand|hands|handed|handing|turn|turns|turned|turning)\b(?: \w+)? (?:themselves|himself|herself|itself|ourselves|myself) (?:up|in|over)\b|\blaid down (?:their|his) (?:arms|weapons)\b/i,
  },
  { event: 'CASUALTY', name: 'wounded', words: /\bwound\w*\b|\binjur\w+\b|\bhurt\b|\bmaimed\b/i },
  {
    event: 'CASUALTY',
    name: 'killed',
    words: /\bkill\w*\b|\bdead\b|\bdie[ds]?\b|\bdeaths?\b|\bslain\b|\bbodies\b|\bexecut\w+\b|\bmurder\w*\b/i,
  },
  { event: 'CASUALTY', name: 'missing', words: /\bmissing\b|\bdisappear\w*\b/i },
  {
    event: 'ASSAULT',
    name: 'search',
    words:
      /\bcomb(?:s|ed|ing)\b|\bsearch(?:es|ed|ing)?\b|\bclear(?:s|ed|ing)? (?:mines|the streets|explosives)\b/i,
  },
];

/**
 * The finer kind of act, for comparing: the claim's own `mode` when the reader set one, else the first entry whose words
 * stand in the predicate, else in what is counted, else in the content when it holds only one kind; null when nothing tells.
 */
export function mannerOf(
  event: EventType,
  mode: string | null,
  predicate: string,
  counted: string,
  content: string,
): string | null {
  const candidates = MANNERS.filter((manner) => manner.event === event);
  const named = candidates.find((manner) => manner.name === mode);
  if (named) return named.name;
  for (const text of [predicate, counted]) {
    const found = candidates.find((manner) => manner.words.test(text));
    if (found) return found.name;
  }
  const inContent = candidates.filter((manner) => manner.words.test(content));
  return inContent.length === 1 ? inContent[0]!.name : null;
}
