import type { Span } from '../src/model/span.ts';

/** A text and the spans that tags marked in it: `<s>Police</s> <c>said</c> <x>two died</x>`. */
export interface Marked {
  readonly text: string;
  readonly spans: Readonly<Record<string, readonly Span[]>>;
}

/** Reads the marked notation; a tag may occur several times, never inside itself. */
export function marked(notation: string): Marked {
  const spans: Record<string, Span[]> = {};
  const open = new Map<string, number>();
  let text = '';
  let at = 0;
  for (const tag of notation.matchAll(/<(\/?)([a-z])>/gu)) {
    text += notation.slice(at, tag.index);
    at = tag.index + tag[0].length;
    const [, slash, name] = tag as unknown as [string, string, string];
    if (slash === '') open.set(name, text.length);
    else {
      const start = open.get(name);
      if (start === undefined) throw new RangeError(`</${name}> without <${name}> in ${notation}`);
      spans[name] = [...(spans[name] ?? []), { start, end: text.length, text: text.slice(start) }];
      open.delete(name);
    }
  }
  text += notation.slice(at);
  return { text, spans };
}
