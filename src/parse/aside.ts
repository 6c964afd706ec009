/** Atoms [from, to) in round brackets, the brackets included. */
export interface Aside {
  readonly from: number;
  readonly to: number;
}

/*
 * What stands in brackets does not belong to the grammar round it: "the men (who had been promised safety) went
 * home". It is parsed by itself and hung on the word before it.
 */

/** Bracketed stretches of words that have a closing mark, outermost only. */
export function asidesOf(forms: readonly string[]): Aside[] {
  const found: Aside[] = [];
  for (let i = 1; i < forms.length; i++) {
    if (forms[i] !== '(') continue;
    const close = forms.indexOf(')', i);
    if (close < 0) break;
    if (close - i > 1) found.push({ from: i, to: close + 1 });
    i = close;
  }
  return found;
}
