import { readFileSync } from 'node:fs';
import { dataPath, PACKED_FILES, readPacked } from '../lexicon/data.ts';
import type { Token, Word } from '../model/token.ts';
import { Lemmatiser } from './lemma.ts';
import { readModel } from './model-file.ts';
import { SyntaxReader } from './syntax-reader.ts';

/** Beyond this many words a "sentence" is parsed in pieces: no prose is that long, and a table or a dump must not stall. */
const LONGEST = 400;

let reader: SyntaxReader | null = null;
let lemmatiser: Lemmatiser | null = null;

function load(): { reader: SyntaxReader; lemmatiser: Lemmatiser } {
  if (reader === null || lemmatiser === null) {
    const file = PACKED_FILES.syntax;
    const model = readModel(readPacked(file), dataPath(file));
    reader = new SyntaxReader(model);
    lemmatiser = new Lemmatiser([
      ...model.lemmas,
      ...readFileSync(dataPath('lexicon/lemma.txt'), 'utf8').split('\n'),
    ]);
  }
  return { reader, lemmatiser };
}

/**
 * Tags, lemmatises and parses the words of one sentence: UD English, always a tree with exactly one root (none for no
 * words). The shipped model is loaded on the first call.
 */
export function parseSentence(words: readonly Word[]): Token[] {
  const { reader, lemmatiser } = load();
  const tokens: Token[] = [];
  let root = -1;
  for (let from = 0; from < words.length; from += LONGEST) {
    const piece = words.slice(from, from + LONGEST);
    const found = reader.analyse(piece.map((w) => w.form));
    piece.forEach((word, i) => {
      const upos = found.upos[i]!;
      const xpos = found.xpos[i]!;
      let head = found.heads[i]!;
      let deprel = found.deprels[i]!;
      if (head >= 0) head += from;
      else if (root < 0) root = from + i;
      else {
        head = root;
        deprel = 'parataxis';
      }
      tokens.push({
        start: word.start,
        end: word.end,
        form: word.form,
        lemma: lemmatiser.lemma(word.form, upos, xpos),
        upos,
        xpos,
        head,
        deprel,
      });
    });
  }
  return tokens;
}

/** Dictionary form of a word with its tags: "shelled" VERB VBD gives "shell"; names keep their form. */
export function lemma(form: string, upos: string, xpos: string): string {
  return load().lemmatiser.lemma(form, upos, xpos);
}
