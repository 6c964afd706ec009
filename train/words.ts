import { writeFileSync } from 'node:fs';
import { dataPath, PACKED_FILES } from '../src/lexicon/data.ts';
import { packWords, wordForms } from './word-forms.ts';

/*
 * Packs the dictionary that the tagger looks words up in: `node train/words.ts [FOLDER]`, where FOLDER holds WordNet's files (Debian:
 * wordnet-base). The same files give the same bytes; after a change, train the models again.
 */

const forms = wordForms(process.argv[2] ?? '/usr/share/wordnet');
const packed = packWords(forms);
writeFileSync(dataPath(PACKED_FILES.words), packed);
process.stdout.write(`${forms.size} forms, ${(packed.length / 1e6).toFixed(2)} MB\n`);
