import { z } from '@hono/zod-openapi';
import { claim, statement } from '../contract/claim-schema.ts';
import { isoDate } from '../contract/slot-schema.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Digest } from '../model/digest.ts';
import type { Reading } from '../model/reading.ts';
import type { Statement } from '../model/statement.ts';
import { indexClaims } from './claim-index.ts';

/** A claim with the words that put it forward, as it is shown away from its document. */
export const quotedClaim = z
  .object({
    id: z.string().meta({ description: 'Global claim id, "DOCUMENT/CLAIM"' }),
    document: z.object({
      id: z.string(),
      title: z.string().nullable(),
      publisher: z.string().nullable(),
      published: isoDate.nullable(),
    }),
    claim,
    stance: statement.shape.stance,
    mode: statement.shape.mode,
    speaker: z
      .string()
      .nullable()
      .meta({ description: 'Name of who speaks; null in the document’s own voice' }),
    for: z.string().nullable().meta({ description: 'Name of the organisation spoken for' }),
    before: z.string().meta({ description: 'The words of its sentence before the content' }),
    words: z.string().meta({ description: 'The content, from its first to its last word' }),
    after: z.string().meta({ description: 'The words of its sentence after the content' }),
  })
  .meta({ id: 'QuotedClaim' });

/** Quotes claims by their global ids, in that order; ids that the Digest does not hold are left out. */
export async function quote(ledger: Ledger, digest: Digest, ids: readonly string[]) {
  const texts = new Map<string, string>();
  const quoted = [];
  for (const id of ids) {
    const { claim: found, reading } = indexClaims(digest).get(id) ?? {};
    const said = reading?.statements.find((one) => one.id === found?.statement);
    if (!reading || !found || !said) continue;
    const { id: document, title, publisher, published } = reading.document;
    if (!texts.has(document)) texts.set(document, (await ledger.document(document))?.text ?? '');
    quoted.push({
      id,
      document: { id: document, title, publisher, published },
      claim: found,
      stance: said.stance,
      mode: said.mode,
      speaker: nameOf(reading, said.speaker) ?? said.source?.text ?? null,
      for: nameOf(reading, said.for),
      ...wordsOf(reading, said, texts.get(document)!),
    });
  }
  return quoted;
}

function nameOf(reading: Reading, id: string | null): string | null {
  return reading.entities.find((entity) => entity.id === id)?.names[0] ?? id;
}

function wordsOf(reading: Reading, said: Statement, text: string) {
  const start = Math.min(...said.content.map((span) => span.start));
  const end = Math.max(...said.content.map((span) => span.end));
  if (said.content.length === 0) return { before: '', words: '', after: '' };
  const around = reading.sentences.filter((sentence) => sentence.start < end && sentence.end > start);
  const from = Math.min(start, ...around.map((sentence) => sentence.start));
  const to = Math.max(end, ...around.map((sentence) => sentence.end));
  return { before: text.slice(from, start), words: text.slice(start, end), after: text.slice(end, to) };
}
