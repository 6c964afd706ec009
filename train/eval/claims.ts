import type { Claim } from '../../src/model/claim.ts';
import type { Reading } from '../../src/model/reading.ts';
import type { Arg } from '../../src/model/slot.ts';
import type { Span } from '../../src/model/span.ts';
import type { Statement } from '../../src/model/statement.ts';
import { read } from '../../src/reading.ts';
import { actorId, type GoldDossier, placeId, readingsOf } from './dossier-gold.ts';
import type { ScoreRow } from './layer.ts';

interface Pair<T> {
  readonly gold: T;
  readonly made: T | null;
}

type Test = (gold: Claim, made: Claim) => boolean;

/** The six slots that a claim must have right to count, and what else is compared. Times count where they overlap. */
function slotTests(same: Same): [string, Test][] {
  return [
    ['event', (g, m) => g.event === m.event],
    ['agent', (g, m) => same.args(g.agent, m.agent)],
    ['patient', (g, m) => same.args(g.patient, m.patient)],
    ['place', (g, m) => same.place(g.place, m.place)],
    ['time overlaps', overlaps],
    ['quantity', sameCount],
    ['polarity', (g, m) => g.polarity === m.polarity],
    ['modality', (g, m) => g.modality === m.modality],
  ];
}

function sameCount(g: Claim, m: Claim): boolean {
  return (
    (g.quantity?.min ?? null) === (m.quantity?.min ?? null) &&
    (g.quantity?.max ?? null) === (m.quantity?.max ?? null)
  );
}

/** Ids of the gold claims that the readings have right in all six slots. */
export function rightClaims(gold: GoldDossier, made: readonly Reading[]): Set<string> {
  const right = new Set<string>();
  for (const [k, wanted] of readingsOf(gold).entries()) {
    const same = namesOf(gold, made[k]!);
    const pairs = pairStatements(wanted.statements, made[k]!.statements);
    for (const p of pairClaims(wanted, made[k]!, pairs, same))
      if (
        p.made !== null &&
        slotTests(same)
          .slice(0, 6)
          .every(([, test]) => test(p.gold, p.made!))
      )
        right.add(p.gold.id);
  }
  return right;
}

/**
 * Scores one dossier: statements by content, speaker and stance; claims by each slot and by all six of them. The rows "of claims
 * found" say, among gold claims whose statement and event were found, what share has a slot right: a quantity with its operator and both
 * bounds (where gold or the reader has one), polarity, modality.
 */
export function scoreDossier(name: string, gold: GoldDossier, detail = false): ScoreRow[] {
  const wanted = readingsOf(gold);
  const made = gold.documents.map((d) => read(d, { withText: true }));
  const tally = new Map<string, { hit: number; found: number; wanted: number }>();
  const add = (key: string, hit: number, found: number, want: number) => {
    const t = tally.get(key) ?? { hit: 0, found: 0, wanted: 0 };
    tally.set(key, { hit: t.hit + hit, found: t.found + found, wanted: t.wanted + want });
  };
  for (const [k, goldReading] of wanted.entries()) {
    const reading = made[k]!;
    const same = namesOf(gold, reading);
    const pairs = pairStatements(goldReading.statements, reading.statements);
    const both = pairs.filter((p) => p.made !== null) as { gold: Statement; made: Statement }[];
    const speaks = both.filter(
      (p) =>
        same.who(p.gold.speaker, p.made.speaker) ||
        (p.gold.for !== null && same.who(p.gold.for, p.made.speaker)),
    );
    add('statements: content', both.length, reading.statements.length, pairs.length);
    add('statements: speaker', speaks.length, reading.statements.length, pairs.length);
    add(
      'statements: speaker and stance',
      speaks.filter((p) => p.gold.stance === p.made.stance).length,
      reading.statements.length,
      pairs.length,
    );
    add(
      'statements: mode',
      both.filter((p) => p.gold.mode === p.made.mode).length,
      reading.statements.length,
      pairs.length,
    );
    const claims = pairClaims(goldReading, reading, pairs, same);
    const found = claims.filter((p) => p.made !== null) as { gold: Claim; made: Claim }[];
    const right = (test: (g: Claim, m: Claim) => boolean) => found.filter((p) => test(p.gold, p.made)).length;
    const total = reading.claims.length;
    const slots = slotTests(same);
    for (const [slot, test] of slots) add(`claims: ${slot}`, right(test), total, claims.length);
    const all: Test = (g, m) => slots.slice(0, 6).every(([, test]) => test(g, m));
    add('claims: all slots', right(all), total, claims.length);
    const hit = found.filter((p) => p.gold.event === p.made.event);
    const counted = hit.filter((p) => p.gold.quantity !== null || p.made.quantity !== null);
    const bounds: Test = (g, m) => sameCount(g, m) && g.quantity?.op === m.quantity?.op;
    const share = (slot: string, test: Test, of: typeof hit) =>
      add(`of claims found: ${slot}`, of.filter((p) => test(p.gold, p.made)).length, of.length, of.length);
    share('quantity with bounds', bounds, counted);
    share('polarity', (g, m) => g.polarity === m.polarity, hit);
    share('modality', (g, m) => g.modality === m.modality, hit);
    if (detail) explain(goldReading, reading, pairs, claims, slots);
  }
  return [...tally].map(([key, t]) => ({
    name: `${name} ${key}`,
    values: [
      t.found,
      percent(t.hit, t.found),
      percent(t.hit, t.wanted),
      percent(2 * t.hit, t.found + t.wanted),
      t.wanted,
    ],
  }));
}

function percent(hit: number, of: number): number | null {
  return of === 0 ? null : (100 * hit) / of;
}

function length(spans: readonly Span[]): number {
  return spans.reduce((n, s) => n + s.end - s.start, 0);
}

/** Dice coefficient of two lists of spans, by characters. */
function dice(a: readonly Span[], b: readonly Span[]): number {
  let shared = 0;
  for (const x of a)
    for (const y of b) shared += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return (2 * shared) / (length(a) + length(b));
}

/** Each gold statement with the made one whose content overlaps it most, at least by half; each made one serves once. */
function pairStatements(gold: readonly Statement[], made: readonly Statement[]): Pair<Statement>[] {
  const scored = gold
    .flatMap((g) =>
      made.map((m) => ({
        g,
        m,
        score: dice(g.content, m.content) + (g.cue !== null && g.cue.end === m.cue?.end ? 0.1 : 0),
      })),
    )
    .filter((s) => s.score >= 0.5);
  scored.sort((a, b) => b.score - a.score);
  const taken = new Map<Statement, Statement>();
  const used = new Set<Statement>();
  for (const s of scored) {
    if (taken.has(s.g) || used.has(s.m)) continue;
    taken.set(s.g, s.m);
    used.add(s.m);
  }
  return gold.map((g) => ({ gold: g, made: taken.get(g) ?? null }));
}

interface Same {
  readonly who: (gold: string | null, made: string | null) => boolean;
  readonly args: (gold: readonly Arg[], made: readonly Arg[]) => boolean;
  readonly place: (
    gold: { readonly entity: string | null } | null,
    made: {
      readonly text: string;
      readonly name: string | null;
      readonly lat?: number | null;
      readonly lon?: number | null;
    } | null,
  ) => boolean;
}

/** Gold and made entities are the same when they share a name, articles and case aside; places also when they lie within 25 km. */
function namesOf(gold: GoldDossier, reading: Reading): Same {
  const plain = (s: string) =>
    s
      .toLowerCase()
      .replace(/^(?:the|a|an|so-called)\s+/u, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const goldNames = new Map(gold.actors.map((a) => [actorId(a.id), a.names.map(plain)]));
  const madeNames = new Map(reading.entities.map((e) => [e.id, e.names.map(plain)]));
  const who = (g: string | null, m: string | null) => {
    if (g === null || m === null) return g === m;
    const names = madeNames.get(m) ?? [plain(m)];
    return (goldNames.get(g) ?? []).some((n) => names.includes(n));
  };
  const place: Same['place'] = (g, m) => {
    if (g === null || m === null) return g === m;
    const known = gold.places.find((p) => placeId(p.id) === g.entity);
    if (known === undefined) return false;
    if (
      known.names.map(plain).includes(plain(m.name ?? m.text)) ||
      known.names.map(plain).includes(plain(m.text))
    )
      return true;
    return (
      m.lat != null &&
      m.lon != null &&
      Math.hypot(m.lat - known.lat, (m.lon - known.lon) * Math.cos((known.lat * Math.PI) / 180)) * 111 < 25
    );
  };
  const args: Same['args'] = (g, m) =>
    g.length === 0 ? m.length === 0 : m.some((a) => who(g[0]!.entity, a.entity));
  return { who, args, place };
}

function overlaps(g: Claim, m: Claim): boolean {
  if (g.time === null || m.time === null) return g.time === m.time;
  return (m.time.from ?? '0') <= (g.time.to ?? '9') && (m.time.to ?? '9') >= (g.time.from ?? '0');
}

function pairClaims(
  gold: Reading,
  made: Reading,
  statements: readonly Pair<Statement>[],
  same: Same,
): Pair<Claim>[] {
  const used = new Set<Claim>();
  return gold.claims.map((g) => {
    const statement = statements.find((p) => p.gold.id === g.statement)?.made?.id;
    const open = made.claims.filter((m) => m.statement === statement && !used.has(m));
    const score = (m: Claim) =>
      Number(m.event === g.event) * 2 +
      Number(same.args(g.agent, m.agent)) +
      Number(m.polarity === g.polarity) +
      Number((m.quantity?.min ?? null) === (g.quantity?.min ?? null));
    const best = open.sort((a, b) => score(b) - score(a))[0] ?? null;
    if (best !== null) used.add(best);
    return { gold: g, made: best };
  });
}

function explain(
  gold: Reading,
  made: Reading,
  statements: readonly Pair<Statement>[],
  claims: readonly Pair<Claim>[],
  slots: readonly [string, (g: Claim, m: Claim) => boolean][],
): void {
  const short = (c: Claim) =>
    `${c.event} ${c.agent.map((a) => a.entity).join('+')} -> ${c.patient.map((a) => a.entity).join('+')} @${c.place?.name} ${c.time?.from}..${c.time?.to} ${c.quantity ? `${c.quantity.min}-${c.quantity.max}` : ''} ${c.polarity} ${c.modality}`;
  console.log(`# ${gold.document.id}`);
  for (const s of statements) {
    const line = `${s.gold.id} «${s.gold.content.map((c) => c.text).join(' | ')}»`;
    if (s.made === null) console.log(`MISSED ${line}`);
    else if (s.made.stance !== s.gold.stance || s.made.mode !== s.gold.mode)
      console.log(
        `  ${line}\n     gold ${s.gold.mode} ${s.gold.stance} ${s.gold.speaker}, made ${s.made.mode} ${s.made.stance} ${s.made.speaker}`,
      );
  }
  for (const s of made.statements)
    if (!statements.some((p) => p.made === s))
      console.log(`EXTRA ${s.mode} ${s.speaker} «${s.content.map((c) => c.text).join(' | ')}»`);
  for (const c of claims) {
    if (c.made === null) console.log(`  no claim for ${c.gold.id} ${short(c.gold)}`);
    else {
      const wrong = slots.filter(([, test]) => !test(c.gold, c.made!)).map(([n]) => n);
      if (wrong.length > 0)
        console.log(
          `  ${c.gold.id} wrong ${wrong.join(', ')}\n     gold ${short(c.gold)}\n     made ${short(c.made)}`,
        );
    }
  }
  for (const c of made.claims)
    if (!claims.some((p) => p.made === c)) console.log(`  EXTRA claim ${short(c)} <${c.predicate.text}>`);
}
