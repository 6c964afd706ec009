import { randomFrom } from './averaged.ts';
import type { GoldSentence } from './gold.ts';

/**
 * Wire copy comes in capitals ("REBELS SEIZE KEY TOWN"), headlines with most words capitalised, and transcripts without
 * any. Adds copies of a share of the sentences in such letters, so that the models do not lean on case alone.
 */
export function withCaseCopies(
  sentences: readonly GoldSentence[],
  share: number,
  seed: number,
): GoldSentence[] {
  const random = randomFrom(seed);
  const copies: GoldSentence[] = [];
  for (const s of sentences) {
    const draw = random();
    if (draw >= share) continue;
    const change =
      draw < share * 0.6
        ? (form: string) => form.toUpperCase()
        : draw < share * 0.8
          ? (form: string) => form.toLowerCase()
          : (form: string, i: number) =>
              s.upos[i] === 'ADP' || s.upos[i] === 'DET' || s.upos[i] === 'CCONJ'
                ? form
                : form.slice(0, 1).toUpperCase() + form.slice(1);
    copies.push({ ...s, forms: s.forms.map(change) });
  }
  return [...sentences, ...copies];
}
