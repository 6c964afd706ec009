import type { Token } from '../model/token.ts';
import type { Phrase } from './quantity-lexicon.ts';

/** A word as counting needs it: hyphens inside "twenty-five" and "3,000-3,500" cut, lower-cased, with its token's tags. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly lower: string;
  readonly upos: string;
  readonly xpos: string;
  readonly deprel: string;
  /** Index of the token it came from, and of that token's head. */
  readonly token: number;
  readonly head: number;
  /** Whether no white space stands between it and the unit before. */
  readonly glued: boolean;
}

/** "US$40" written as one word. */
const PRICE = /^(\p{Lu}{1,3}[$€£])(\d[\d.,]*)$/u;

const COMPOUND = /^(?:[\d.,]+|\p{L}+)(?:[-–—](?:[\d.,]+|\p{L}+))+$/u;

/** Units of a sentence, in order. */
export function units(tokens: readonly Token[]): Unit[] {
  const found: Unit[] = [];
  tokens.forEach((token, index) => {
    const parts = COMPOUND.test(token.form)
      ? token.form.split(/([-–—])/u)
      : (PRICE.exec(token.form)?.slice(1) ?? [token.form]);
    let at = token.start;
    for (const form of parts) {
      const last = found.at(-1);
      found.push({
        start: at,
        end: at + form.length,
        form,
        lower: form.toLowerCase(),
        upos: token.upos,
        xpos: token.xpos,
        deprel: token.deprel,
        token: index,
        head: token.head,
        glued: last !== undefined && last.end === at,
      });
      at += form.length;
    }
  });
  return found;
}

/** The longest phrase of `map` that begins at unit `i`, with the index after it; hyphens between its words are let pass. */
export function phraseAt<T>(
  map: ReadonlyMap<string, readonly Phrase<T>[]>,
  all: readonly Unit[],
  i: number,
): { value: T; next: number } | null {
  for (const phrase of map.get(all[i]?.lower ?? '') ?? []) {
    let at = i + 1;
    let fits = true;
    for (let w = 1; w < phrase.words.length && fits; w++) {
      if (isDash(all[at])) at++;
      fits = all[at]?.lower === phrase.words[w];
      at++;
    }
    if (fits) return { value: phrase.value, next: at };
  }
  return null;
}

/** Whether the unit is a hyphen or dash. */
export function isDash(unit: Unit | undefined): boolean {
  return unit !== undefined && /^[-–—]$/u.test(unit.form);
}
