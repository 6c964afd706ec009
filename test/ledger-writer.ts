import { openLedger } from '../src/ledger/open.ts';
import { plainDigest, plainRead } from './plain-reader.ts';

// Adds COUNT documents to the ledger in DIR and prints the id of each once it is acknowledged: DIR PREFIX COUNT
const [dir = '', prefix = '', count = '0'] = process.argv.slice(2);
const database = process.env['DATABASE_URL'];
const ledger = await openLedger(dir, { read: plainRead, digest: plainDigest, database });
for (let n = 0; n < Number(count); n += 1) {
  const { id } = await ledger.add({
    id: `${prefix}${n}`,
    text: `Bali said fighters left Town${n}.\n${prefix}`,
  });
  process.stdout.write(`${id}\n`);
}
await ledger.close();
