import { writeFileSync } from 'node:fs';
import { jsonSchemas } from '../src/contract/json-schema.ts';

// Writes data/schema/ anew after a change of the contract: node scripts/schema.ts
for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(new URL(`../data/schema/${name}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
