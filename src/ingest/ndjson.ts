import type { DocumentInput } from '../contract/document.ts';
import { EdgeError } from '../contract/error.ts';
import type { Arrival } from './arrival.ts';
import { refuse } from './arrival.ts';
import { MAX_TEXT, tooBig } from './decode.ts';
import { faultsOf } from './fault.ts';
import { linesOf } from './line.ts';

/** One arrival for each line of a stream of JSON documents, in order; a bad line is refused and the next is read. */
export async function* ndjsonArrivals(
  stream: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Arrival> {
  const { documentInput } = await import('../contract/document-schema.ts');
  for await (const { number, bytes } of linesOf(stream)) {
    const where = `${name}, line ${number}`;
    let id: string | null = null;
    try {
      if (bytes === null) throw tooBig(where);
      const json = parse(bytes, where);
      id = idOf(json);
      const checked = documentInput.safeParse(json);
      if (!checked.success) {
        throw new EdgeError('bad-document', `${where} is no document: ${faultsOf(checked.error)}`);
      }
      const input: DocumentInput = checked.data;
      if (Buffer.byteLength(input.text) > MAX_TEXT) throw tooBig(where);
      yield { kind: 'document', where, input, original: null };
    } catch (error) {
      if (!(error instanceof EdgeError)) throw error;
      yield refuse(where, id, error);
    }
  }
}

function parse(bytes: Uint8Array, where: string): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new EdgeError('not-utf8', `${where} is not valid UTF-8; write the documents as UTF-8.`, { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = text.trim() === '' ? 'the line is empty' : (cause as Error).message;
    throw new EdgeError('bad-json', `${where} is not JSON (one object a line): ${why}`, { cause });
  }
}

function idOf(json: unknown): string | null {
  const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : null;
  return typeof id === 'string' ? id : null;
}
