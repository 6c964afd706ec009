import * as z from 'zod';
import type { Arg, PlaceArg, QuantitySlot, TimeSlot } from '../model/slot.ts';
import type { Span } from '../model/span.ts';
import type { Same } from './same.ts';

const offset = z.int().min(0);

/** A date, or a date-time with offset. */
export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T.+)?$/)
  .meta({ description: 'YYYY-MM-DD, or a date-time with offset' });

/** Rules, lexicon entries or models that made it. */
export const why = z.array(z.string()).meta({ description: 'Rules, lexicon entries or models that made it' });

/** The fields of a span. */
export const spanFields = { start: offset, end: offset, text: z.string() };

/** Words of the document. */
export const span = z.object(spanFields).meta({
  id: 'Span',
  description: 'UTF-16 offsets into the text of the document, end excluded, and exactly those words',
});

/** The fields of a quantity. */
export const quantityFields = {
  of: z.string().nullable().meta({ description: 'Lower-case head phrase of what is counted' }),
  op: z.enum(['exactly', 'about', 'at-least', 'more-than', 'up-to', 'fewer-than', 'between', 'vague']),
  min: z.number().nullable(),
  max: z.number().nullable(),
  effect: z
    .enum(['killed', 'wounded', 'captured', 'displaced', 'evacuated', 'freed', 'missing'])
    .optional()
    .meta({ description: 'What befell those who are counted' }),
  part: z
    .literal(true)
    .optional()
    .meta({ description: 'Set where it counts a part of those named beside it' }),
};

const inherited = z
  .enum(['clause', 'sentence', 'paragraph', 'dateline', 'speech', 'published'])
  .optional()
  .meta({ description: 'Where it was taken over from, when the clause itself names none' });

const argFields = {
  start: offset.nullable(),
  end: offset.nullable(),
  text: z.string(),
  entity: z.string().nullable(),
  name: z.string().nullable(),
  inherited,
};

/** Who or what fills a slot. */
export const arg = z.object(argFields).meta({ id: 'Arg' });

/** A place slot. */
export const placeArg = z
  .object({ ...argFields, lat: z.number().nullish(), lon: z.number().nullish() })
  .meta({ id: 'PlaceArg' });

/** A time slot. */
export const timeSlot = z
  .object({
    start: offset.nullable(),
    end: offset.nullable(),
    text: z.string(),
    from: isoDate.nullable(),
    to: isoDate.nullable(),
    inherited,
  })
  .meta({ id: 'TimeSlot' });

/** A quantity slot. */
export const quantitySlot = z.object({ ...spanFields, ...quantityFields }).meta({ id: 'QuantitySlot' });

true satisfies Same<z.infer<typeof span>, Span>;
true satisfies Same<z.infer<typeof arg>, Arg>;
true satisfies Same<z.infer<typeof placeArg>, PlaceArg>;
true satisfies Same<z.infer<typeof timeSlot>, TimeSlot>;
true satisfies Same<z.infer<typeof quantitySlot>, QuantitySlot>;
