import * as z from 'zod';
import { digest } from './digest-schema.ts';
import { reading } from './reading-schema.ts';

/** The JSON Schemas (draft 2020-12) of what goes out, by file name in data/schema/. More fields than they name may come. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return {
    'reading.schema.json': z.toJSONSchema(reading, { io: 'input' }),
    'digest.schema.json': z.toJSONSchema(digest, { io: 'input' }),
  };
}
