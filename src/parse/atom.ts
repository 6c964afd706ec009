import { scanActors } from '../lexicon/actor.ts';
import type { Word } from '../model/token.ts';

/** Words [from, to) that the parser sees as one, in the shape of `form`. */
export interface Atom {
  readonly from: number;
  readonly to: number;
  readonly form: string;
  readonly kind: 'word' | 'name' | 'compound';
}

/*
 * A name of the lexicon is one word to the grammar whatever it is made of: "Raqqa Is Being Slaughtered Silently wrote …", and so is
 * an adjective such as "U.S.-backed". Acronyms that are spelt like little words ("IS militants", "the WHO said") are names. The
 * parser is shown a plain word of that kind instead, since it never met these.
 */

const LIKE_WORDS = /^(?:IS|WHO|AU|AN|IT|AM|HE|SO)$/;
const SINGULAR = 'NATO';
const PLURAL = 'officials';
const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;
const WEEKDAY_BOUND = /^(?:night|morning|evening|afternoon|'s|’s|-|[A-Z][a-z]+day)$/;
const PARTICIPLE = /^(?:\p{Ll}+ed|led|held|run|born|made|based|built)$/u;

/** Cuts the words of a sentence into what the parser is shown. */
export function atomsOf(words: readonly Word[]): Atom[] {
  const shouted = !words.some((w) => /\p{Ll}/u.test(w.form));
  const names = shouted
    ? []
    : scanActors(words).filter(
        (m) =>
          m.via === 'name' && /^\p{Lu}/u.test(words[m.from]!.form) && /^\p{Lu}/u.test(words[m.to - 1]!.form),
      );
  const found: Atom[] = [];
  for (let i = 0; i < words.length; ) {
    const name = names.find((m) => m.from === i);
    const form = words[i]!.form;
    if (name !== undefined && (name.to - name.from > 1 || LIKE_WORDS.test(form))) {
      found.push({
        from: i,
        to: name.to,
        form: /s$/.test(words[name.to - 1]!.form) && name.to - name.from > 1 ? PLURAL : SINGULAR,
        kind: 'name',
      });
      i = name.to;
    } else if (!shouted && isCompound(words, i)) {
      found.push({ from: i, to: i + 3, form: 'local', kind: 'compound' });
      i += 3;
    } else {
      found.push({
        from: i,
        to: i + 1,
        form: shouted ? form : standIn(words, i),
        kind: 'word',
      });
      i++;
    }
  }
  return found;
}

/** What the parser is shown of a single word: a weekday that stands alone ("said | Friday | the army had left") is an adverb. */
function standIn(words: readonly Word[], i: number): string {
  const { form } = words[i]!;
  if (LIKE_WORDS.test(form)) return SINGULAR;
  const bare =
    WEEKDAY.test(form) &&
    !/^(?:on|last|next|this|since|until|by|from|the|of|late|early|every|before|after|and|to|for|,)$/i.test(
      words[i - 1]?.form ?? ',',
    );
  return bare && !WEEKDAY_BOUND.test(words[i + 1]?.form ?? '') ? 'yesterday' : form;
}

/** "U.S.|-|backed" before a noun. */
function isCompound(words: readonly Word[], i: number): boolean {
  const [a, hyphen, b, next] = [words[i], words[i + 1], words[i + 2], words[i + 3]];
  if (a === undefined || hyphen?.form !== '-' || b === undefined || next === undefined) return false;
  return (
    a.end === hyphen.start &&
    hyphen.end === b.start &&
    /^[\p{L}.]+$/u.test(a.form) &&
    PARTICIPLE.test(b.form) &&
    /^\p{L}/u.test(next.form)
  );
}
