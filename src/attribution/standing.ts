import { mentionsWithin, whoAt } from '../mention/lookup.ts';
import type { Draft } from '../model/draft.ts';
import type { Statement } from '../model/statement.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';
import type { Content } from './content.ts';
import type { Speaker } from './speaker.ts';
import type { Standing } from './stance.ts';

/*
 * Speakers tell of themselves as "we", "our men", "its fighters" or by their own name. They stand charged when one of the last statements
 * is a denial of theirs, or names them in the words of somebody else.
 */

/** How a speaker stands to what he says. */
export function standingOf(
  draft: Draft,
  tokens: readonly Token[],
  content: Content,
  speaker: Speaker,
  before: readonly Pick<Statement, 'speaker' | 'for' | 'stance' | 'content'>[],
): Standing {
  const own = isOwn(draft, tokens, content, speaker);
  const side = speaker.for ?? speaker.speaker;
  if (!own || side === null) return { own, charged: false };
  const charged = before.slice(-NEAR).some((s) => {
    if ((s.for ?? s.speaker) === side) return s.stance === 'denies' || s.stance === 'disputes';
    return s.content.some((c) => mentionsWithin(draft, c.start, c.end).some((m) => m.entity === side));
  });
  return { own, charged };
}

/** How many statements back a charge is remembered. */
const NEAR = 4;

function isOwn(draft: Draft, tokens: readonly Token[], content: Content, speaker: Speaker): boolean {
  const subject = subjectAt(tokens, content);
  if (subject === undefined) return false;
  if (/^(?:we|i)$/i.test(tokens[subject]!.form)) return true;
  const who = whoAt(draft, tokens, subject)?.entity ?? null;
  if (who !== null && (who === speaker.speaker || who === speaker.for)) return true;
  const around = [subject, ...dependents(tokens, subject, 'nmod')];
  return around.some(
    (i) =>
      OWN_MEN.test(tokens[i]!.lemma) &&
      dependents(tokens, i, 'nmod:poss').some((p) => /^(?:our|my|its|his|her|their)$/i.test(tokens[p]!.form)),
  );
}

const OWN_MEN =
  /^(?:force|troop|man|fighter|soldier|unit|army|group|movement|side|militia|police|guard|brigade|plane|jet|warplane|artillery|officer|people|battalion|government|navy|pilot)s?$/;

/** The entity that the content's own subject names. */
export function subjectOf(draft: Draft, tokens: readonly Token[], content: Content): string | null {
  const subject = subjectAt(tokens, content);
  return subject === undefined ? null : (whoAt(draft, tokens, subject)?.entity ?? null);
}

function subjectAt(tokens: readonly Token[], content: Content): number | undefined {
  return content.head === null ? undefined : dependents(tokens, content.head, 'nsubj')[0];
}
