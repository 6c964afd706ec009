/** Letters that Unicode does not split into a base and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ə: 'a',
};
const ARTICLE = /(^| )(?:al|el|ar|as|at|an|ad|az|ez|er|es|ed|en|et|ash|esh|ath|il|ul) (?=\p{L}{3})/gu;

/** A name as the gazetteer looks it up: lower case, without marks, apostrophes and hyphens. "Ar-Raqqah" is "ar raqqah". */
export function placeKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}'’‘`ʿʾʻʼ.]/gu, '')
    .toLowerCase()
    .replace(/[łøđðıßæœþə]/g, (letter) => LETTERS[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * A name as its transliterations agree on it: Arabic, Ukrainian and Persian names reach English by several roads that differ in
 * article, vowels, doubled letters, q and k, kh and h. "Mayadeen", "al-Mayadin" and "Al Mayādīn" are all one; "" when too little is left.
 */
export function placeSkeleton(name: string): string {
  const bare = placeKey(name)
    .replace(/(^| )(?:abu|abou|bu) /g, '$1abu')
    .replace(ARTICLE, '$1')
    .replace(/(\p{L})\1+/gu, (pair, letter: string) =>
      letter === 'o' ? 'u' : letter === 'e' ? 'i' : pair[0]!,
    )
    .replace(/dj|dzh|zh|gi(?=[aou])/g, 'j')
    .replace(/kh/g, 'h')
    .replace(/[gd]h(?=[aeiouy])/g, (pair) => pair[0]!)
    .replace(/tch|sch|ch/g, 'sh')
    .replace(/c(?=[aou])|q|ck/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/(?:ah?|eh|at|h)(?= |$)/g, '')
    .replace(/[aei]w(?=[^aeiouy]|$)|a?[ou]+w?(?=[^aeiouy]|$)|[ou]+/g, 'u')
    .replace(/[aeiy]+/g, 'i')
    .replace(/(\p{L})\1+/gu, '$1')
    .replaceAll(' ', '');
  return bare.length >= 4 ? bare : '';
}

/** 32-bit FNV-1a of a key, and eight more bits from a second round that tell apart what falls together. */
export function placeHash(key: string): { hash: number; check: number } {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
    b ^= b >>> 13;
  }
  a ^= a >>> 15;
  return { hash: Math.imul(a, 0x2c1b3c6d) >>> 0, check: (b ^ (b >>> 16)) & 0xff };
}
