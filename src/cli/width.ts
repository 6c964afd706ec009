/** Characters that a terminal draws two columns wide: CJK, kana, hangul, full-width forms and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

const MARK = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

const SEGMENTS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader sees as one character each, so that no cut parts a letter from its marks. */
export function graphemes(text: string): string[] {
  return isSimple(text) ? [...text] : Array.from(SEGMENTS.segment(text), ({ segment }) => segment);
}

/** How many columns a text takes on a terminal. */
export function widthOf(text: string): number {
  if (isSimple(text)) return text.length;
  return graphemes(text).reduce((sum, one) => sum + (MARK.test(one) ? 0 : WIDE.test(one) ? 2 : 1), 0);
}

/** A text filled with blanks to a width. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Letters and marks of Latin text, arrows, signs and lines: one column and one code unit each. */
function isSimple(text: string): boolean {
  return /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2200-\u22ff\u2500-\u257f]*$/.test(
    text,
  );
}
