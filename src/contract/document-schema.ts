import * as z from 'zod';
import { normalDate } from './date.ts';
import type { DocumentInput } from './document.ts';
import type { Same } from './same.ts';

/** A field that may be left out or null. */
const optional = (about: string) => z.string().nullish().meta({ description: about });

const date = (about: string) =>
  optional(about).refine((value) => !value?.trim() || normalDate(value) !== null, {
    error: 'must be YYYY-MM-DD or a date-time such as 2017-10-15T09:30:00Z',
  });

/** A document going in. Fields it does not know are let pass and ignored. */
export const documentInput = z
  .object({
    id: optional('Opaque; without it the first 12 hex digits of the SHA-256 of the text.'),
    text: z.string().meta({ description: 'The text as published, of any length up to 10 MB in UTF-8.' }),
    title: optional('Its headline.'),
    publisher: optional('The outlet that published this copy.'),
    published: date('When it was published: a date, or a date-time with offset.'),
    updated: date('When it was last changed.'),
    url: optional('Where it was published.'),
    language: optional('BCP 47 tag.'),
  })
  .meta({ id: 'DocumentInput', description: 'A report to be read.' });

true satisfies Same<z.infer<typeof documentInput>, DocumentInput>;
