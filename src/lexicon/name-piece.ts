/** One letter-and-digit run of a name or word, with the spelling rules a match must keep. */
export interface NamePiece {
  /** Lower case, without marks: what is looked up. */
  readonly key: string;
  /** As written, without marks and full stops. */
  readonly form: string;
}

const MARKS = /\p{M}+/gu;
const STOPS = /[.·ʼʻʿʾ]/gu;
const BREAKS = /[^\p{L}\p{N}]+/u;

/**
 * Cuts a name or a word into pieces so that spellings meet: "al-Nusra" and "al Nusra", "U.S." and "US",
 * "People's" as one word or as two. Marks and full stops go, everything else that is no letter or digit breaks.
 */
export function namePieces(text: string): NamePiece[] {
  if (/^[A-Za-z0-9]+$/.test(text)) return [{ key: text.toLowerCase(), form: text }];
  const plain = text.normalize('NFD').replace(MARKS, '').replace(STOPS, '').replace('&', ' and ');
  return plain
    .split(BREAKS)
    .filter((form) => form !== '')
    .map((form) => ({ key: form.toLowerCase(), form }));
}

/** An acronym as written: short, with two capitals or more ("SDF", "US", "M23", "LeT"); it only matches in the same capitals. */
export function isAcronym(form: string): boolean {
  if (/^[\p{Lu}\p{N}]+$/u.test(form)) return form.length > 1 && /\p{Lu}/u.test(form);
  return form.length <= 4 && /\p{Lu}.*\p{Lu}/u.test(form);
}
