import { join } from 'node:path';
import { readJsonLines } from './gold.ts';

/** Start and end of a stretch of text, the end excluded. */
export type Stretch = readonly [start: number, end: number];

/** Who says what: each part as stretches of the text, none where the part is left out. */
export interface GoldAttribution {
  readonly source: readonly Stretch[];
  readonly cue: readonly Stretch[];
  readonly content: readonly Stretch[];
}

/** A whole document with its attributions; what stands in `ignored` was not annotated. */
export interface AttributedText {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
  readonly ignored: readonly Stretch[];
}

interface Row {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly {
    readonly source: { readonly spans: readonly Stretch[] };
    readonly cue: { readonly spans: readonly Stretch[] };
    readonly content: { readonly spans: readonly Stretch[] };
  }[];
  readonly discard: readonly { readonly spans: readonly Stretch[] }[];
}

/** Documents of PolNeAR. Attributions in stretches marked as boilerplate are left out. */
export function readPolnear(gold: string, split: string): AttributedText[] {
  return readJsonLines(join(gold, 'attribution', `polnear-${split}.jsonl.gz`)).map((json) => {
    const row = json as unknown as Row;
    const ignored = row.discard.flatMap((d) => d.spans);
    const attributions = row.attributions
      .map((a) => ({ source: a.source.spans, cue: a.cue.spans, content: a.content.spans }))
      .filter((a) => !touches([...a.source, ...a.cue, ...a.content], ignored));
    return { id: row.id, text: row.text, attributions, ignored };
  });
}

/** Whether any stretch of `a` overlaps one of `b`. */
export function touches(a: readonly Stretch[], b: readonly Stretch[]): boolean {
  return a.some((x) => b.some((y) => x[0] < y[1] && y[0] < x[1]));
}

/** The parts without the marks, quotation marks and leading "that" at the ends of their stretches. */
export function trimmed(text: string, a: GoldAttribution): GoldAttribution {
  const part = (list: readonly Stretch[]) =>
    joined(text, list).flatMap((s) => {
      const t = trim(text, s);
      return t === null ? [] : [t];
    });
  return { source: part(a.source), cue: part(a.cue), content: part(a.content) };
}

/** Stretches in order; those that only white space and marks part are one. */
export function joined(text: string, list: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const s of [...list].sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last !== undefined && !/[\p{L}\p{N}]/u.test(text.slice(last[1], s[0])))
      found[found.length - 1] = [last[0], Math.max(last[1], s[1])];
    else found.push(s);
  }
  return found;
}

function trim(text: string, [from, to]: Stretch): Stretch | null {
  let body = text.slice(from, to);
  let start = from;
  for (let cut = 1; cut > 0; ) {
    cut = (/^(?:[^\p{L}\p{N}$£€#@]+|that\b(?=\W))/iu.exec(body)?.[0] ?? '').length;
    start += cut;
    body = body.slice(cut);
  }
  body = body.replace(/[^\p{L}\p{N}%$£€]+$/u, '');
  return body === '' ? null : [start, start + body.length];
}
