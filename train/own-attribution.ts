import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AttributedText, GoldAttribution, Stretch } from './gold-attribution.ts';

/** The hand-made reports that are part of the project. */
export const OWN_ATTRIBUTIONS: string = join(
  dirname(fileURLToPath(import.meta.url)),
  'attributions',
  'conflict.txt',
);

/** Reads reports with marked parts ("<s1>Police</s1> <c1>said</c1> <x1>…</x1>"), one a line; lines that begin with # are left out. */
export function readMarked(file: string): AttributedText[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line, i) => {
      const parts = new Map<string, { s: Stretch[]; c: Stretch[]; x: Stretch[] }>();
      let text = '';
      let at = 0;
      let from = 0;
      for (const tag of line.matchAll(/<(\/?)([scx])(\d)>/gu)) {
        const [all, slash, kind, digit] = tag as unknown as [string, string, 's' | 'c' | 'x', string];
        text += line.slice(at, tag.index);
        at = tag.index + all.length;
        if (slash === '') from = text.length;
        else {
          const part = parts.get(digit) ?? { s: [], c: [], x: [] };
          part[kind].push([from, text.length]);
          parts.set(digit, part);
        }
      }
      const attributions: GoldAttribution[] = [...parts.values()].map((p) => ({
        source: p.s,
        cue: p.c,
        content: p.x,
      }));
      return { id: `own-${i + 1}`, text: text + line.slice(at), attributions, ignored: [] };
    });
}
