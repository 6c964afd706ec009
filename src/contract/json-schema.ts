import * as z from 'zod';
import { digest } from './digest-schema.ts';
import { reading } from './reading-schema.ts';

/** The JSON Schemas (draft 2020-12) of what goes out, by file name in data/schema/. More fields than they name may come. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return {
    'reading.schema.json': schemaOf(reading),
    'digest.schema.json': schemaOf(digest),
  };
}

/** The schema with its own fields at the top, where a reader looks for them, and all named parts under $defs. */
function schemaOf(schema: z.ZodObject): object {
  const { title, description } = schema.meta() ?? {};
  return z.toJSONSchema(z.object(schema.shape).meta({ title, description }), { io: 'input' });
}
