import { dataPath, PACKED_FILES, readPacked } from '../lexicon/data.ts';
import { CASE_KEYS, CASES, caseInput, caseKeys } from './case-features.ts';
import { readHead, readTables, type TableHead } from './weight-file.ts';
import { sumRows, type WeightTable } from './weight-table.ts';

/** Head of the file: JSON, its length in the first four bytes; the table follows. */
export interface CaseHead {
  readonly format: 'counterclaim-case-1';
  readonly tables: readonly TableHead[];
}

const keys = new Int32Array(CASE_KEYS);
const scores = new Float64Array(8);

/** How each word would be written inside a sentence, as an index of `CASES`; reads the words in any case. */
export function casesOf(forms: readonly string[], table: WeightTable = shippedTable()): Uint8Array {
  const input = caseInput(forms);
  const found = new Uint8Array(input.count);
  let before = 3;
  let earlier = 3;
  for (let i = 0; i < input.count; i++) {
    let best = 0;
    if (/\p{L}/u.test(forms[i]!)) {
      sumRows(table, keys, caseKeys(input, i, before, earlier, keys), scores, 8);
      for (let c = 1; c < CASES.length; c++) if (scores[c]! > scores[best]!) best = c;
    }
    found[i] = best;
    earlier = before;
    before = best;
  }
  return found;
}

let shipped: WeightTable | null = null;

function shippedTable(): WeightTable {
  if (shipped === null) {
    const name = PACKED_FILES.cases;
    const data = readPacked(name);
    const { head, at } = readHead<CaseHead>(data, 'counterclaim-case-1', dataPath(name));
    shipped = readTables(data, at, head.tables, dataPath(name))('cases');
  }
  return shipped;
}
