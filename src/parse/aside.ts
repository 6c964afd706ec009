/** Atoms [from, to) that stand apart, the brackets or commas round them included. */
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
  return [...found, ...concessions(forms, found)].sort((a, b) => a.from - b.from);
}

/** "Some of them, | though not all |, left": a concession between commas stands apart like a bracket. */
function concessions(forms: readonly string[], taken: readonly Aside[]): Aside[] {
  const found: Aside[] = [];
  for (let i = 1; i + 3 < forms.length; i++) {
    if (forms[i] !== ',' || !/^(?:though|although|but|if)$/i.test(forms[i + 1]!) || forms[i + 2] !== 'not')
      continue;
    const close = forms.indexOf(',', i + 3);
    const free = !taken.some((a) => a.from <= close && i < a.to);
    if (close > 0 && close - i <= 9 && free) found.push({ from: i, to: close + 1 });
  }
  return found;
}
