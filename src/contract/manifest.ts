import * as z from 'zod';
import { documentInput } from './document-schema.ts';

/** docs.json: what is known of each file in a folder. Fields it does not know are ignored. */
export const manifest = z
  .array(
    documentInput.omit({ text: true }).extend({
      file: z
        .string()
        .min(1)
        .meta({ description: 'Path of the text file, inside the folder of the manifest.' }),
    }),
  )
  .meta({ id: 'Manifest' });

/** One file in a manifest. */
export type ManifestEntry = z.infer<typeof manifest>[number];
