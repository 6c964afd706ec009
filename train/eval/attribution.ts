import { attributionReader } from '../../src/attribution/attribution-model.ts';
import type { AttributionReader } from '../../src/attribution/attribution-reader.ts';
import type { WordPlace } from '../../src/attribution/passage.ts';
import type { Statement } from '../../src/model/statement.ts';
import { read } from '../../src/reading.ts';
import { sentencesOf } from '../attribution.ts';
import {
  type AttributedText,
  type GoldAttribution,
  joined,
  readPolnear,
  type Stretch,
  touches,
  trimmed,
} from '../gold-attribution.ts';
import type { Layer, ScoreRow } from './layer.ts';

/** Counts of one kind of match. */
interface Match {
  gold: number;
  made: number;
  same: number;
}

/** What is counted of attributions, for every cue or for the verbs of speech alone. */
export interface AttributionTally {
  readonly source: Match;
  readonly cue: Match;
  readonly content: Match;
  readonly exact: Match;
  readonly soft: Match;
  readonly speechCue: Match;
  readonly speechExact: Match;
  readonly speechSoft: Match;
}

const SPEECH =
  /\b(?:say|says|said|saying|tells?|told|telling|adds?|added|adding|writes?|wrote|written|writing|tweet(?:s|ed|ing)?|announc(?:e|es|ed|ing)|stat(?:es|ed|ing)|declar(?:e|es|ed|ing)|report(?:s|ed|ing)|claim(?:s|ed|ing)|explain(?:s|ed|ing)|argu(?:e|es|ed|ing)|not(?:es|ed|ing)|insist(?:s|ed|ing)|ask(?:s|ed|ing)|repl(?:y|ies|ied|ying)|respond(?:s|ed|ing)|continu(?:es|ed)|recall(?:s|ed|ing)|warn(?:s|ed|ing)|suggest(?:s|ed|ing)|admit(?:s|ted|ting)|den(?:y|ies|ied|ying)|acknowledg(?:e|es|ed|ing)|according)\b/iu;

/** A tally of nothing. */
export function emptyAttributions(): AttributionTally {
  const none = (): Match => ({ gold: 0, made: 0, same: 0 });
  return {
    source: none(),
    cue: none(),
    content: none(),
    exact: none(),
    soft: none(),
    speechCue: none(),
    speechExact: none(),
    speechSoft: none(),
  };
}

/** Adds one document. A part counts as a whole: all its stretches must agree once the marks at their ends are trimmed. */
export function tallyAttributions(
  text: string,
  gold: readonly GoldAttribution[],
  made: readonly GoldAttribution[],
  into: AttributionTally,
): void {
  const wanted = gold.map((a) => trimmed(text, a));
  const found = made.map((a) => trimmed(text, a));
  const keys = (list: readonly GoldAttribution[], key: (a: GoldAttribution) => string) =>
    list.map(key).filter((k) => k !== '');
  const add = (match: Match, key: (a: GoldAttribution) => string, only = (_: GoldAttribution) => true) =>
    tallyKeys(keys(wanted.filter(only), key), keys(found.filter(only), key), match);
  const speech = (a: GoldAttribution) => SPEECH.test(a.cue.map(([s, e]) => text.slice(s, e)).join(' '));
  add(into.source, (a) => keyOf(a.source));
  add(into.cue, (a) => keyOf(a.cue));
  add(into.content, (a) => keyOf(a.content));
  const all = (a: GoldAttribution) => [a.source, a.cue, a.content].map(keyOf).join('/');
  add(into.exact, all);
  tallyAlike(wanted, found, 0.5, into.soft);
  const [told, heard] = [wanted.filter(speech), found.filter(speech)];
  tallyAlike(told, heard, 0, into.speechCue);
  tallyAlike(told, heard, 1, into.speechExact);
  tallyAlike(told, heard, 0.5, into.speechSoft);
}

function keyOf(part: readonly Stretch[]): string {
  return part.map((s) => s.join(':')).join('+');
}

/** A key that stands in both lists n times counts n times. */
function tallyKeys(gold: readonly string[], made: readonly string[], into: Match): void {
  into.gold += gold.length;
  into.made += made.length;
  const open = new Map<string, number>();
  for (const k of gold) open.set(k, (open.get(k) ?? 0) + 1);
  for (const k of made) {
    const left = open.get(k) ?? 0;
    if (left === 0) continue;
    open.set(k, left - 1);
    into.same += 1;
  }
}

/** Pairs each gold attribution with the closest made one whose cue overlaps and whose source and content agree to `least`. */
function tallyAlike(
  gold: readonly GoldAttribution[],
  made: readonly GoldAttribution[],
  least: number,
  into: Match,
): void {
  into.gold += gold.length;
  into.made += made.length;
  const pairs = gold.flatMap((g) =>
    made
      .filter((m) => touches(g.cue, m.cue) || (g.cue.length === 0 && m.cue.length === 0))
      .map((m) => ({ g, m, source: overlap(g.source, m.source), content: overlap(g.content, m.content) }))
      .filter((p) => p.source >= least && p.content >= least),
  );
  pairs.sort((a, b) => b.source + b.content - a.source - a.content);
  const used = new Set<GoldAttribution>();
  for (const { g, m } of pairs) {
    if (used.has(g) || used.has(m)) continue;
    used.add(g).add(m);
    into.same += 1;
  }
}

/** Dice coefficient by characters; 1 where both are left out. */
function overlap(a: readonly Stretch[], b: readonly Stretch[]): number {
  let shared = 0;
  for (const x of a) for (const y of b) shared += Math.max(0, Math.min(x[1], y[1]) - Math.max(x[0], y[0]));
  const total = [...a, ...b].reduce((n, [s, e]) => n + e - s, 0);
  return total === 0 ? 1 : (2 * shared) / total;
}

/** Attributions as the trained reader finds them, all kinds of them and in all parts of a document. */
export function attributionsBy(reader: AttributionReader, text: string): GoldAttribution[] {
  const sentences = sentencesOf(text);
  const stretches = (words: readonly WordPlace[]): Stretch[] =>
    joined(
      text,
      words.map(({ sentence, word }): Stretch => {
        const token = sentences[sentence]!.tokens[word]!;
        return [token.start, token.end];
      }),
    );
  return reader.read(text, sentences).map((p) => ({
    source: stretches(p.source),
    cue: stretches(p.cue),
    content: stretches(p.content),
  }));
}

/** Attributions as a Reading has them: the statements of one cue together, without what is told in the document's own voice. */
function readerAttributions(text: string): GoldAttribution[] {
  const found = new Map<string, Statement[]>();
  for (const s of read({ id: 'document', text }).statements) {
    if (s.mode === 'narrative') continue;
    const key = s.cue === null ? s.id : `${s.cue.start}:${s.cue.end}`;
    found.set(key, [...(found.get(key) ?? []), s]);
  }
  const stretch = (s: { readonly start: number; readonly end: number } | null): Stretch[] =>
    s === null ? [] : [[s.start, s.end]];
  return [...found.values()].map((list) => ({
    source: stretch(list[0]!.source),
    cue: stretch(list[0]!.cue),
    content: rejoined(text, list.flatMap((s) => s.content).flatMap(stretch)),
  }));
}

/** A content that was split into clauses, put together again: "had left | and | were waiting". */
function rejoined(text: string, list: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const s of [...list].sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last !== undefined && /^[\s,;]*(?:(?:and|but|or)\s+)?(?:that\s+)?$/u.test(text.slice(last[1], s[0])))
      found[found.length - 1] = [last[0], Math.max(last[1], s[1])];
    else found.push(s);
  }
  return found;
}

/** Scores documents with a reader of attributions. */
export function scoreAttributions(
  name: string,
  texts: readonly AttributedText[],
  reader: (text: string) => readonly GoldAttribution[],
): ScoreRow[] {
  const tally = emptyAttributions();
  for (const t of texts) {
    const made = reader(t.text).filter((a) => !touches([...a.source, ...a.cue, ...a.content], t.ignored));
    tallyAttributions(t.text, t.attributions, made, tally);
  }
  const row = (label: string, m: Match): ScoreRow => ({
    name: `${name} ${label}`,
    values: [
      m.gold,
      m.made,
      (100 * m.same) / Math.max(1, m.made),
      (100 * m.same) / Math.max(1, m.gold),
      (200 * m.same) / Math.max(1, m.gold + m.made),
    ],
  });
  return [
    row('source', tally.source),
    row('cue', tally.cue),
    row('content', tally.content),
    row('all three exact', tally.exact),
    row('all three soft', tally.soft),
    row('speech verbs: cue overlaps', tally.speechCue),
    row('speech verbs: and source and content exact', tally.speechExact),
    row('speech verbs: and source and content soft', tally.speechSoft),
  ];
}

/** Who says what in whole documents of PolNeAR, as exact spans. */
export const attributionLayer: Layer = {
  name: 'attribution',
  title: 'Attributions from raw text, exact spans',
  columns: ['gold', 'found', 'precision', 'recall', 'F1'],
  splits: ['dev'],
  score: (gold, split) => {
    const texts = readPolnear(gold, split);
    return [
      ...scoreAttributions('PolNeAR', texts, (text) => attributionsBy(attributionReader(), text)),
      ...scoreAttributions('PolNeAR statements:', texts, readerAttributions),
    ];
  },
};
