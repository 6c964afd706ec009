import { canBe } from './word-class.ts';

/*
 * English inflects by a handful of endings; what is irregular ("fled" is flee, "struck" is strike) is a list. A word is
 * looked up first; otherwise the ending that its tag promises is taken off and the spelling is mended: "stopped" -> "stop",
 * "seized" -> "seize", "denied" -> "deny".
 */

/** Adjectives made from names keep their capital: "Syrian", "Kurdish", "Israeli". */
const PROPER =
  /(?:ian|ean|can|man|ish|ese|aqi|eli|ini|ani|nni|emi|iite|arab|greek|dutch|french|muslim|islamic|slavic)$/;
const VOWEL = /[aeiouy]/;
/** A short syllable whose consonant would be doubled: "staged" is stage, since stag gives "stagged". */
const SINGLE = /^[^aeiouy]*[aeiouy][^aeiouwxy]$/;

/** Finds dictionary forms by rule, with a list of exceptions ("form XPOS lemma" lines). */
export class Lemmatiser {
  private readonly exceptions = new Map<string, string>();
  private readonly known = new Set<string>();

  constructor(lines: readonly string[]) {
    for (const line of lines) {
      const [form, xpos, lemma] = line.split(' ');
      if (form === undefined || xpos === undefined || lemma === undefined || form === '#') continue;
      if (form === '=') this.known.add(`${xpos} ${lemma}`);
      else this.exceptions.set(`${form} ${xpos}`, lemma);
    }
  }

  /** Dictionary form in lower case, except for names and symbols, which keep their letters. */
  lemma(form: string, upos: string, xpos: string): string {
    const text = form.replace(/[’‘]/g, "'");
    const lower = text.toLowerCase();
    if (upos === 'PUNCT') return /^[“”„«»]$/.test(form) ? '"' : text;
    if (upos === 'PROPN') return this.byRule(text, lower, upos, xpos);
    const listed =
      this.exceptions.get(`${lower} ${xpos}`) ??
      (xpos === 'VBN' ? this.exceptions.get(`${lower} VBD`) : undefined);
    if (listed !== undefined) return listed;
    return this.byRule(text, lower, upos, xpos);
  }

  /** The rules alone, without the list. */
  byRule(text: string, lower: string, upos: string, xpos: string): string {
    if (upos === 'PROPN')
      return xpos === 'NNPS' && /[a-z]{2}s$/.test(text) ? withCase(text, plural(lower)) : text;
    if (upos === 'ADJ' && /^\p{Lu}\p{Ll}/u.test(text) && (xpos === 'NNP' || PROPER.test(lower))) return text;
    if (upos === 'PRON' && lower === 'i') return 'I';
    if (upos === 'NOUN' && xpos === 'NN' && /^\p{Lu}[\p{Lu}\d]+$/u.test(text)) return text;
    if (upos === 'X' || upos === 'SYM' || upos === 'PUNCT' || upos === 'NUM') return lower;
    if (xpos === 'NNS') return plural(lower);
    if (xpos === 'VBZ') return plural(lower);
    if (xpos === 'VBG') return lower.endsWith('ing') ? this.stem(lower.slice(0, -3), lower) : lower;
    if (xpos === 'VBD' || xpos === 'VBN') {
      if (lower.endsWith('ied')) return `${lower.slice(0, -3)}${lower.length === 4 ? 'ie' : 'y'}`;
      if (lower.endsWith('eed') && !this.isVerb(lower)) return lower.slice(0, -1);
      return lower.endsWith('ed') ? this.stem(lower.slice(0, -2), lower) : lower;
    }
    if (xpos === 'JJR' || xpos === 'RBR')
      return lower.endsWith('er') ? this.degree(lower.slice(0, -2), lower) : lower;
    if (xpos === 'JJS' || xpos === 'RBS')
      return lower.endsWith('est') ? this.degree(lower.slice(0, -3), lower) : lower;
    return lower;
  }

  private isVerb(base: string): boolean {
    return this.known.has(`V ${base}`) || canBe(base, 'VB');
  }

  private isAdjective(base: string): boolean {
    return this.known.has(`J ${base}`) || canBe(base, 'JJ');
  }

  /** "stopp" -> "stop", "seiz" -> "seize", "shell" -> "shell": a known verb wins, then what spelling suggests. */
  private stem(base: string, whole: string): string {
    if (base.length < 2 || !VOWEL.test(base)) return whole;
    const once = /([^aeiou])\1$/.test(base) ? base.slice(0, -1) : null;
    if (SINGLE.test(base) && this.isVerb(`${base}e`)) return `${base}e`;
    if (this.isVerb(base)) return base;
    if (this.isVerb(`${base}e`)) return `${base}e`;
    if (once !== null && this.isVerb(once)) return once;
    if (once !== null && !/(?:ll|ss|ff|zz)$/.test(base)) return once;
    if (
      /(?:[cgsvuz]|[^aeioul]l|rg|dg|is|iat|[^aeiou]at|[aeiou]it|ut|[^aeiou][iou][dkmrp]|[^aeiou]a[bcdkmrpg])$/.test(
        base,
      ) &&
      !/(?:ss|ng|[^aeiou]as|[aeiou]us|us|rl)$/.test(base)
    )
      return `${base}e`;
    return base;
  }

  private degree(base: string, whole: string): string {
    if (base.length < 3) return whole;
    if (base.endsWith('i')) return `${base.slice(0, -1)}y`;
    if (this.isAdjective(base)) return base;
    if (this.isAdjective(`${base}e`)) return `${base}e`;
    if (/([bdgmnpt])\1$/.test(base)) return base.slice(0, -1);
    return /(?:[^aeiou][aeiou][sc]|[gv]|[^aeiou]l|at)$/.test(base) ? `${base}e` : base;
  }
}

/** Takes off the s of a plural or a third person: "armies" -> "army", "crosses" -> "cross", "bases" -> "base". */
function plural(lower: string): string {
  if (lower.length < 3 || !lower.endsWith('s') || /(?:ss|us|is)$/.test(lower)) return lower;
  if (/[^aeiou]ies$/.test(lower)) return lower.length > 4 ? `${lower.slice(0, -3)}y` : lower.slice(0, -1);
  if (/(?:ss|x|zz|ch|sh|[^aeiou]o|bus|gas|virus|campus|bias|lens)es$/.test(lower)) return lower.slice(0, -2);
  return lower.slice(0, -1);
}

function withCase(text: string, lemma: string): string {
  return text.slice(0, 1) + lemma.slice(1);
}
