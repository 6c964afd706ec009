import { Lemmatiser } from '../src/parse/lemma.ts';
import type { GoldSentence } from './gold.ts';

/**
 * Learns the list of exceptions: base forms of verbs and adjectives ("= V seize"), by which the rules choose, and the forms
 * that the rules with those base forms still get wrong ("fled VBD flee").
 */
export function trainLemmas(sentences: readonly GoldSentence[]): string[] {
  const bases = new Set<string>();
  const seen = new Map<string, Map<string, number>>();
  for (const s of sentences)
    s.forms.forEach((form, i) => {
      const xpos = s.xpos[i]!;
      const lemma = s.lemmas[i]!;
      if (!/^(?:[a-z]+|I)$/.test(lemma) || xpos.startsWith('NNP') || !/^[\p{L}'’.]+$/u.test(form)) return;
      if (xpos.startsWith('VB')) bases.add(`= V ${lemma}`);
      if (xpos === 'JJ') bases.add(`= J ${lemma}`);
      if (/^(?:PROPN|X|NUM|SYM|PUNCT)$/.test(s.upos[i]!) || lemma === '_') return;
      const key = `${form.replace(/[’‘]/g, "'").toLowerCase()} ${xpos}`;
      const lemmas = seen.get(key) ?? new Map<string, number>();
      seen.set(key, lemmas);
      lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1);
    });
  const rules = new Lemmatiser([...bases]);
  const lines = new Set<string>();
  for (const [key, lemmas] of seen) {
    const [form, xpos] = key.split(' ') as [string, string];
    const best = [...lemmas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
    if (rules.byRule(form, form, '', xpos) !== best) lines.add(`${form} ${xpos} ${best}`);
  }
  return [...[...bases].sort(), ...[...lines].sort()];
}
