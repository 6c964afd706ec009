/** Lower-case words of a text, without marks, accents or possessives: the form in which texts are compared. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replace(/[’']s\b/g, '')
      .replace(/(\d)[,\u202f\u00a0](?=\d{3})/g, '$1')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** A 32-bit FNV-1a hash, unsigned; the same on every machine. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** A short id from content: the prefix and 16 hex digits over the parts, whose order counts. */
export function contentId(prefix: string, parts: readonly string[]): string {
  const text = parts.join('\u0001');
  const hex = (value: number): string => value.toString(16).padStart(8, '0');
  return `${prefix}-${hex(hash32(text))}${hex(hash32(`${text}\u0002`))}`;
}
