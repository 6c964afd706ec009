import { agreementWords } from '../lexicon/agreement.ts';
import { entityOf } from '../mention/lookup.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Arg } from '../model/slot.ts';
import { dependents, subtree } from '../parse/tree.ts';
import { runSpan } from './exchange.ts';
import { frameOf } from './role.ts';
import { roleArgs } from './slot.ts';
import { statementAt } from './statement-at.ts';
import { type LooseTerm, termAt } from './term.ts';

/*
 * A report of a deal tells some of its terms as somebody's word: "went back on a promise to free the captives", "the elders pledge that
 * the men will be safe".
 */

/** The terms that a sentence tells as promises. */
export function vowsIn(draft: Draft, sentence: ParsedSentence): LooseTerm[] {
  const { tokens } = sentence;
  const found: LooseTerm[] = [];
  for (const [at, token] of tokens.entries()) {
    const lemma = token.lemma.toLowerCase();
    const kind = token.upos === 'NOUN' ? 'noun' : token.upos === 'VERB' ? 'verb' : null;
    if (kind === null || !agreementWords('vow', lemma).some((e) => e.vow === kind)) continue;
    const doers = vower(draft, sentence, at);
    // "went back on a promise | to free them": the parse may hang it on the verb over the noun.
    const above =
      kind === 'noun' && token.head >= 0 ? dependents(tokens, token.head, 'advcl').filter((i) => i > at) : [];
    for (const i of [...dependents(tokens, at, 'acl', 'xcomp', 'ccomp'), ...above]) {
      if (kind === 'noun' && !/^(?:to|that)$/i.test(tokens[subtree(tokens, i)[0]!]!.form)) continue;
      const term =
        tokens[i]!.upos === 'VERB' && tokens[i]!.deprel !== 'ccomp'
          ? termAt(draft, sentence, i, doers)
          : wholeClause(draft, sentence, i, doers);
      if (term !== null && term.who.length > 0) found.push(term);
    }
  }
  return found;
}

/** Who gives his word: the subject of the verb, or of the verb over the noun. */
function vower(draft: Draft, sentence: ParsedSentence, at: number): Arg[] {
  const { tokens } = sentence;
  if (tokens[at]!.upos === 'VERB')
    return roleArgs(draft, sentence, frameOf(tokens, at).subj).map((a) => signed(draft, a));
  const owner = dependents(tokens, at, 'nmod:poss');
  for (let i = tokens[at]!.head, steps = 0; i >= 0 && steps < 3; i = tokens[i]!.head, steps++)
    if (tokens[i]!.upos === 'VERB') return roleArgs(draft, sentence, frameOf(tokens, i).subj);
  return roleArgs(draft, sentence, owner);
}

/** "the signatories" are those for whom the statement speaks that the report quotes. */
function signed(draft: Draft, arg: Arg): Arg {
  if (arg.entity !== null || !/\bsignator(?:y|ies)$/i.test(arg.text)) return arg;
  const quoted = draft.statements.find(
    (s) =>
      s.speaker !== null &&
      /\b(?:statement|letter|text|declaration|appeal|petition)$/i.test(s.source?.text ?? ''),
  );
  const entity = entityOf(draft, quoted?.for ?? quoted?.speaker);
  return entity === undefined ? arg : { ...arg, entity: entity.id, name: entity.names[0] ?? null };
}

/** "that the lives of the men will be safe": what is promised is the clause, by who promises it. */
function wholeClause(
  draft: Draft,
  sentence: ParsedSentence,
  at: number,
  doers: readonly Arg[],
): LooseTerm | null {
  const { tokens } = sentence;
  const marks = dependents(tokens, at, 'mark');
  const words = subtree(tokens, at).filter(
    (i) =>
      !marks.includes(i) &&
      !dependents(tokens, at, 'conj', 'cc', 'punct').some((c) => subtree(tokens, c).includes(i)),
  );
  if (words.length === 0 || !words.includes(at)) return null;
  return {
    event: 'AGREE',
    who: doers,
    does: runSpan(draft, sentence, words, at),
    toWhom: [],
    condition: null,
    deadline: null,
    area: null,
    statement: statementAt(draft, sentence, tokens[at]!.start)?.id ?? null,
  };
}
