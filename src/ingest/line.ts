/** The longest line that is read, in bytes; a text may take six bytes a character when JSON escapes it. */
const MAX_LINE = 64 * 1024 * 1024;

/** A line with its number from 1; `bytes` is null where it is longer than may be read. */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

/** The lines of a stream, one at a time and without their ends. It never holds more than one line. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, max = MAX_LINE): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  const end = (): Line => {
    number += 1;
    const line = { number, bytes: size > max ? null : Buffer.concat(parts) };
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, to));
      yield end();
      from = to + 1;
    }
    take(chunk.subarray(from));
  }
  if (size > 0) yield end();

  function take(part: Uint8Array): void {
    size += part.length;
    if (size > max) parts = [];
    else if (part.length > 0) parts.push(part);
  }
}
