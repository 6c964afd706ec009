import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { packageRoot } from '../src/contract/version.ts';
import { dataPath, PACKED_FILES } from '../src/lexicon/data.ts';
import { packPlaces } from '../src/lexicon/gazetteer-pack.ts';
import { readSource } from './gazetteer-source.ts';

/*
 * Packs the gazetteer: `node train/gazetteer.ts [FOLDER]`, where FOLDER holds the GeoNames files. The same files give the same bytes.
 */

const folder = process.argv[2] ?? join(packageRoot(), '..', 'shared', 'data', 'geonames');
const { head, raw } = packPlaces(readSource(folder));
const packed = zstdCompressSync(raw, {
  params: { [constants.ZSTD_c_compressionLevel]: 19, [constants.ZSTD_c_windowLog]: 24 },
});
writeFileSync(dataPath(PACKED_FILES.gazetteer), packed);
console.log(
  `${head.places} places, ${head.keys} names, ${head.similar} skeletons: ${raw.length} bytes, packed ${packed.length}`,
);
console.log(head.columns);
