import { entityOf } from '../mention/lookup.ts';
import type { Helper } from '../model/agreement.ts';
import type { Draft } from '../model/draft.ts';

/** Who speaks of "our guarantees", or gives a guarantee, vouches for the deal. */
export function vouching(draft: Draft): Helper[] {
  const found: Helper[] = [];
  for (const s of draft.statements) {
    const speaker = entityOf(draft, s.for ?? s.speaker);
    if (s.source === null || speaker === undefined) continue;
    const own = s.content.some(
      (c) =>
        /\b(?:our|my)\s+(?:\p{L}+\s+)?(?:guarant(?:ee|y|or)|surety|word)|\b(?:we|I)\s+(?:\p{L}+\s+)?(?:guarantee|vouch|stand\s+(?:surety|guarantor))/iu.test(
          c.text,
        ) ||
        (s.mode !== 'direct' && /\btheir\s+(?:\p{L}+\s+)?guarantees?\b/iu.test(c.text)),
    );
    if (own)
      found.push({ ...s.source, entity: speaker.id, name: speaker.names[0] ?? null, role: 'guarantor' });
  }
  return found;
}
