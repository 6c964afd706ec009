import type { Draft, ParsedSentence, Stage } from '../model/draft.ts';
import type { Token, Word } from '../model/token.ts';
import { acronyms } from '../text/acronym.ts';
import { words } from '../text/word.ts';
import { asidesOf } from './aside.ts';
import { type Atom, atomsOf } from './atom.ts';
import { mend } from './mend.ts';
import { lemma, parseSentence } from './parse.ts';
import { missingVerb } from './verbless.ts';

/** Cuts every sentence that is read into words and parses them. */
export const syntax: Stage = { name: 'syntax', run };

function run(draft: Draft): Draft {
  const { text } = draft.document;
  const cut = draft.sentences.map((s) => words(text, s.start, s.end));
  const own = cut.flatMap((found) =>
    acronyms(found).map(({ from, to }) => found.slice(from, to).map((w) => w.form)),
  );
  return {
    ...draft,
    sentences: draft.sentences.map((s, i) => ({ ...s, tokens: tokensOf(s, cut[i]!, own) })),
  };
}

function tokensOf(
  sentence: ParsedSentence,
  found: readonly Word[],
  own: readonly (readonly string[])[],
): Token[] {
  if (sentence.kind === 'boilerplate' || sentence.kind === 'caption') {
    return found.map((w, i) => ({
      ...w,
      lemma: w.form,
      upos: 'X',
      xpos: 'FW',
      head: i === 0 ? -1 : 0,
      deprel: i === 0 ? 'root' : 'dep',
    }));
  }
  const atoms = atomsOf(found, own);
  const seen = atoms.map((a) => ({ start: found[a.from]!.start, end: found[a.to - 1]!.end, form: a.form }));
  return mend(expand(found, atoms, withVerb(seen)));
}

/** A past tense that is nothing else, shown to the parser where a form could be a participle too. */
const PAST = 'took';

/** Parses a sentence, and once more with its verb made plain where the first look found none. */
function withVerb(seen: readonly Word[]): Token[] {
  const first = parseApart(seen);
  const at = missingVerb(first);
  if (at === null) return first;
  const { form } = seen[at]!;
  const again = parseApart(seen.map((w, i) => (i === at ? { ...w, form: PAST } : w)));
  return again.map((t, i) => (i === at ? { ...t, form, lemma: lemma(form, t.upos, t.xpos) } : t));
}

/** Parses a sentence and what it has in brackets apart, and hangs the latter on the word before. */
function parseApart(seen: readonly Word[]): Token[] {
  const asides = asidesOf(seen.map((w) => w.form));
  if (asides.length === 0) return parseSentence(seen);
  const made: Token[] = new Array(seen.length);
  const inside = (i: number) => asides.some((a) => a.from <= i && i < a.to);
  put(
    made,
    seen,
    [...seen.keys()].filter((i) => !inside(i)),
    -1,
  );
  for (const a of asides) put(made, seen, [...seen.keys()].slice(a.from + 1, a.to - 1), a.from - 1);
  for (const { from, to } of asides) {
    for (const i of [from, to - 1])
      made[i] = {
        ...seen[i]!,
        lemma: seen[i]!.form,
        upos: 'PUNCT',
        xpos: seen[i]!.form === ',' ? ',' : i === from ? '-LRB-' : '-RRB-',
        head: from + 1,
        deprel: 'punct',
      };
  }
  return made;
}

function put(made: Token[], seen: readonly Word[], at: readonly number[], above: number): void {
  const tokens = parseSentence(at.map((i) => seen[i]!));
  const relation = /^(?:who|which|whose|that)$/i.test(tokens[0]?.form ?? '')
    ? 'acl:relcl'
    : tokens.find((t) => t.head < 0)?.upos === 'VERB'
      ? 'parataxis'
      : 'appos';
  for (const [k, t] of tokens.entries()) {
    made[at[k]!] =
      t.head >= 0 ? { ...t, head: at[t.head]! } : above < 0 ? t : { ...t, head: above, deprel: relation };
  }
}

/** Gives the words inside an atom back: they hang on its last word, which takes the atom's place in the tree. */
function expand(
  found: readonly { start: number; end: number; form: string }[],
  atoms: readonly Atom[],
  parsed: readonly Token[],
): Token[] {
  const made: Token[] = [];
  for (const [k, atom] of atoms.entries()) {
    const token = parsed[k]!;
    const head = token.head < 0 ? -1 : atoms[token.head]!.to - 1;
    for (let i = atom.from; i < atom.to; i++) {
      const word = found[i]!;
      const last = i === atom.to - 1;
      if (atom.kind === 'word')
        made.push({ ...token, ...word, lemma: token.form === word.form ? token.lemma : word.form, head });
      else if (last) made.push({ ...token, ...word, ...LAST[atom.kind], lemma: word.form, head });
      else
        made.push({ ...word, lemma: word.form, ...(word.form === '-' ? HYPHEN : NAME), head: atom.to - 1 });
    }
  }
  return made;
}

const NAME = { upos: 'PROPN', xpos: 'NNP', deprel: 'compound' };
const HYPHEN = { upos: 'PUNCT', xpos: 'HYPH', deprel: 'punct' };
const LAST = {
  name: { upos: 'PROPN', xpos: 'NNP' },
  compound: { upos: 'VERB', xpos: 'VBN', deprel: 'amod' },
} as const;
