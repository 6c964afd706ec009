import { actors, scanActors } from '../lexicon/actor.ts';
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
const ACRONYM = /^\p{Lu}{3,6}$/u;
const SINGULAR = 'NATO';
const PLURAL = 'officials';
const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;
const WEEKDAY_BOUND = /^(?:night|morning|evening|afternoon|'s|’s|-|[A-Z][a-z]+day)$/;
const PARTICIPLE = /^(?:\p{Ll}+ed|led|held|run|born|made|based|built)$/u;

/** Cuts the words of a sentence into what the parser is shown; `own` are the names that the report itself introduces, as words. */
export function atomsOf(words: readonly Word[], own: readonly (readonly string[])[]): Atom[] {
  const shouted = !words.some((w) => /\p{Ll}/u.test(w.form));
  const names = shouted ? [] : [...ownNames(words, own), ...lexiconNames(words)];
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
    } else if (isParticle(words, i)) {
      found.push({ from: i, to: i + 2, form: words[i + 1]!.form, kind: 'name' });
      i += 2;
    } else if (isArticled(words, i)) {
      found.push({ from: i, to: i + 3, form: words[i + 2]!.form, kind: 'name' });
      i += 3;
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

/** "Hassan | bin Ali", "Ursula | von Stein": a small word inside a name belongs to what follows. */
function isParticle(words: readonly Word[], i: number): boolean {
  if (!/^(?:bin|ibn|bint|abu|de|da|dos|van|von|der)$/.test(words[i]!.form)) return false;
  return /^\p{Lu}/u.test(words[i - 1]?.form ?? '') && /^\p{Lu}\p{Ll}/u.test(words[i + 1]?.form ?? '');
}

const ARTICLE = /^(?:al|el|ar|as|ash|an|ad|at)$/iu;

/** "al|-|Shabaab": the Arabic article makes one name with its noun. */
function isArticled(words: readonly Word[], i: number): boolean {
  const [article, hyphen, noun] = [words[i], words[i + 1], words[i + 2]];
  if (article === undefined || hyphen?.form !== '-' || noun === undefined) return false;
  return (
    ARTICLE.test(article.form) &&
    article.end === hyphen.start &&
    hyphen.end === noun.start &&
    /^\p{Lu}/u.test(noun.form)
  );
}

function lexiconNames(words: readonly Word[]): { from: number; to: number }[] {
  const capital = (i: number) => /^\p{Lu}/u.test(words[i]!.form);
  return scanActors(words).filter((m) => m.via === 'name' && capital(m.from) && capital(m.to - 1));
}

function ownNames(
  words: readonly Word[],
  own: readonly (readonly string[])[],
): { from: number; to: number }[] {
  return own.flatMap((name) =>
    words.flatMap((_, i) =>
      name.every((form, k) => words[i + k]?.form === form) ? [{ from: i, to: i + name.length }] : [],
    ),
  );
}

/** What the parser is shown of a single word: a weekday that stands alone ("said | Friday | the army had left") is an adverb. */
function standIn(words: readonly Word[], i: number): string {
  const { form } = words[i]!;
  if (LIKE_WORDS.test(form) || ACRONYM.test(form)) return SINGULAR;
  const people = peoples().get(form);
  if (people !== undefined) return people;
  const bare =
    WEEKDAY.test(form) &&
    !/^(?:on|last|next|this|since|until|by|from|the|of|late|early|every|before|after|and|to|for|,)$/i.test(
      words[i - 1]?.form ?? ',',
    );
  return bare && !WEEKDAY_BOUND.test(words[i + 1]?.form ?? '') ? 'yesterday' : form;
}

let known: Map<string, string> | null = null;

/** Adjectives of states, many of which the parser never met ("Yemeni"), with one it knows well; in the plural they are people. */
function peoples(): ReadonlyMap<string, string> {
  known ??= new Map(
    actors()
      .flatMap((a) => a.demonyms)
      .filter((d) => /^\p{Lu}\p{Ll}+$/u.test(d))
      .flatMap(
        (d) =>
          [[d, 'American'], ...(/(?:i|an)$/u.test(d) ? [[`${d}s`, 'Americans'] as const] : [])] as [
            string,
            string,
          ][],
      ),
  );
  return known;
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
