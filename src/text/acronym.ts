/** A name [from, to) that a report introduces with its acronym in brackets. */
export interface Acronym {
  readonly acronym: string;
  readonly from: number;
  readonly to: number;
}

/*
 * A report introduces its acronyms in brackets: "the Northern Resistance Council (NRC)". The name is the run of words before the
 * bracket whose initials fit; small words between are free ("Observatory for Human Rights").
 */

/** The acronyms introduced in the words of one sentence. */
export function acronyms(words: readonly { readonly form: string }[]): Acronym[] {
  const found: Acronym[] = [];
  for (let i = 1; i + 2 < words.length; i++) {
    const acronym = words[i + 1]!.form;
    if (
      words[i]!.form !== '(' ||
      words[i + 2]!.form !== ')' ||
      !/^\p{Lu}[\p{Lu}\p{N}-]{1,9}s?$/u.test(acronym)
    )
      continue;
    const from = nameStart(words, i, acronym);
    if (from !== null) found.push({ acronym, from, to: i });
  }
  return found;
}

function nameStart(words: readonly { readonly form: string }[], end: number, acronym: string): number | null {
  const letters = [...acronym.replace(/s$/u, '').replaceAll('-', '').toUpperCase()];
  let left = letters.length - 1;
  for (let i = end - 1; i >= Math.max(0, end - 12); i--) {
    const form = words[i]!.form;
    const initial = form[0]!.toUpperCase();
    if (/^(?:of|for|the|and|in|on|['’]s|-)$/i.test(form) && initial !== letters[left]) continue;
    if (!/^\p{Lu}/u.test(form) || initial !== letters[left]) return null;
    left--;
    if (left < 0) return i;
  }
  return null;
}
