import { readingFailed } from '../contract/error.ts';
import type { Refused } from '../ingest/arrival.ts';
import { refuse } from '../ingest/arrival.ts';
import type { Order } from '../ingest/arrivals.ts';
import { arrivals } from '../ingest/arrivals.ts';
import type { Reading } from '../model/reading.ts';
import { type ReadOptions, read } from '../reading.ts';

/** A document with what was read in it. */
export interface Read {
  readonly kind: 'read';
  readonly where: string;
  readonly text: string;
  readonly reading: Reading;
}

/** Reads the documents of an order, one at a time. A fault while reading one is a refusal of that one. */
export async function* readings(order: Order, options: ReadOptions = {}): AsyncGenerator<Read | Refused> {
  for await (const arrival of arrivals(order)) {
    if (arrival.kind === 'refused') {
      yield arrival;
      continue;
    }
    const { where, input } = arrival;
    let reading: Reading;
    try {
      reading = read(input, options);
    } catch (cause) {
      yield refuse(where, input.id ?? null, readingFailed(where, cause));
      continue;
    }
    yield { kind: 'read', where, text: input.text, reading };
  }
}
