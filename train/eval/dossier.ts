import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { digest } from '../../src/digest.ts';
import type { Digest } from '../../src/model/digest.ts';
import type { Document } from '../../src/model/document.ts';
import type { Reading } from '../../src/model/reading.ts';
import { alignClaims, alignStatements, type Naming, namingOf } from './dossier-align.ts';
import { type GoldDossier, loadDossier, readingsOf } from './dossier-gold.ts';

/** Hits among what was found and what was to be found. */
export interface Tally {
  readonly hit: number;
  readonly found: number;
  readonly wanted: number;
}

/** The figures of one dossier. */
export interface DossierScore {
  /** One found dispute may answer one gold dispute: same kind, and two of its sides each share a claim with another gold side. */
  readonly disputes: Tally;
  /** Claims on the side matched to theirs, over all claims of all found disputes and of all gold disputes. */
  readonly sides: Tally;
  /** Gold notDisputes that the digest relates as contradicting or sets on opposite sides. */
  readonly wronglyOpposed: readonly (readonly [string, string])[];
  /** Pairs of statements of different documents that go back to the same telling. */
  readonly copies: Tally;
  /** Sides whose count of independent origins is the gold one, over all gold sides. */
  readonly origins: Tally;
  readonly terms: Tally;
  /** Pairs of a term and a verdict on it. */
  readonly verdicts: Tally;
  /** Triples of a term, a verdict and the claim that bears it; gold names only one or two claims a verdict. */
  readonly bearers: Tally;
  /** Place, holder, status and first day. */
  readonly control: Tally;
  /** Claims withdrawn by corrections. */
  readonly corrections: Tally;
  /** Lines for a person: what matched and what did not. */
  readonly detail: readonly string[];
}

/** How the claims come: given as gold, or read from the raw text by `read`. */
export type DossierClaims = 'gold' | ((document: Document) => Reading);

/** Scores reconciling on one dossier folder. */
export function evaluateDossier(folder: string, options: { readonly claims: DossierClaims }): DossierScore {
  const gold = loadDossier(folder);
  const { claims } = options;
  const readings = claims === 'gold' ? readingsOf(gold) : gold.documents.map((document) => claims(document));
  const texts = new Map(gold.documents.map((document) => [document.id, document.text]));
  const made = digest(readings, texts);
  return score(gold, made, alignClaims(gold, made), namingOf(gold, made));
}

function score(
  gold: GoldDossier,
  made: Digest,
  goldId: (claim: string) => string,
  naming: Naming,
): DossierScore {
  const detail: string[] = [];
  const open = made.disputes
    .filter((dispute) => dispute.status === 'open')
    .map((dispute) => ({
      ...dispute,
      sides: dispute.sides.map((side) => ({ ...side, claims: side.claims.map(goldId) })),
    }));
  const pairs = open
    .flatMap((dispute) =>
      gold.disputes.map((wanted) => ({ dispute, wanted, ...matchSides(dispute, wanted) })),
    )
    .filter((pair) => pair.count >= 2)
    .sort((a, b) => b.shared - a.shared || (a.wanted.id < b.wanted.id ? -1 : 1));
  const [usedFound, usedWanted] = [new Set<string>(), new Set<string>()];
  let shared = 0;
  let exactOrigins = 0;
  for (const pair of pairs) {
    if (usedFound.has(pair.dispute.id) || usedWanted.has(pair.wanted.id)) continue;
    usedFound.add(pair.dispute.id);
    usedWanted.add(pair.wanted.id);
    shared += pair.shared;
    pair.match.forEach((at, side) => {
      if (at !== null && pair.dispute.sides[at]!.origins === pair.wanted.sides[side]!.independentSources)
        exactOrigins++;
    });
    detail.push(`dispute ${pair.wanted.id} found: ${pair.dispute.question} [${say(pair.dispute)}]`);
    detail.push(
      `        gold: ${pair.wanted.question} [${pair.wanted.sides.map((side) => side.claims.join(' ')).join(' | ')}]`,
    );
  }
  for (const wanted of gold.disputes) {
    if (!usedWanted.has(wanted.id)) detail.push(`dispute ${wanted.id} missed: ${wanted.question}`);
  }
  for (const dispute of open) {
    if (!usedFound.has(dispute.id))
      detail.push(`dispute in excess: ${dispute.kind} ${dispute.question} [${say(dispute)}]`);
  }
  const sizes = (list: readonly { sides: readonly { claims: readonly string[] }[] }[]): number =>
    list.reduce((sum, { sides }) => sum + sides.reduce((all, side) => all + side.claims.length, 0), 0);
  const control = tally(
    made.control.map((row) =>
      [naming.place(row.place), naming.actor(row.holder), row.status, row.from].join(' '),
    ),
    gold.control.map((row) => [row.place, row.holder, row.status, row.from].join(' ')),
    'control',
    detail,
  );
  return {
    disputes: { hit: usedFound.size, found: open.length, wanted: gold.disputes.length },
    sides: { hit: shared, found: sizes(open), wanted: sizes(gold.disputes) },
    wronglyOpposed: wronglyOpposed(gold, made, goldId),
    copies: tally(madeCopies(gold, made), goldCopies(gold), 'copy', detail),
    origins: {
      hit: exactOrigins,
      found: gold.disputes.reduce((sum, dispute) => sum + dispute.sides.length, 0),
      wanted: gold.disputes.reduce((sum, dispute) => sum + dispute.sides.length, 0),
    },
    ...agreementScores(gold, made, goldId, naming, detail),
    control,
    corrections: tally(
      made.corrections.flatMap((row) => row.corrects.map(goldId)),
      gold.corrections.flatMap((row) => row.withdrawn),
      'correction',
      detail,
    ),
    detail,
  };
}

interface Sided {
  readonly kind: string;
  readonly sides: readonly { readonly claims: readonly string[] }[];
}

/** The assignment of found sides to gold sides (each once) that shares most claims. */
function matchSides(
  found: Sided,
  wanted: Sided,
): { match: (number | null)[]; shared: number; count: number } {
  if (found.kind !== wanted.kind) return { match: [], shared: 0, count: 0 };
  const scored = wanted.sides.flatMap((side, goldSide) =>
    found.sides.map((other, at) => ({
      goldSide,
      at,
      common: other.claims.filter((claim) => side.claims.includes(claim)).length,
    })),
  );
  scored.sort((a, b) => b.common - a.common);
  const match: (number | null)[] = wanted.sides.map(() => null);
  let shared = 0;
  let count = 0;
  for (const { goldSide, at, common } of scored) {
    if (common === 0 || match[goldSide] !== null || match.includes(at)) continue;
    match[goldSide] = at;
    shared += common;
    count++;
  }
  return { match, shared, count };
}

function say(dispute: {
  sides: readonly { answer: string; claims: readonly string[]; origins: number }[];
}): string {
  return dispute.sides
    .map((side) => `${side.answer}: ${side.claims.join(' ')} (${side.origins})`)
    .join(' | ');
}

function tally(found: readonly string[], wanted: readonly string[], what: string, detail: string[]): Tally {
  const [a, b] = [new Set(found), new Set(wanted)];
  for (const item of [...b].sort()) if (!a.has(item)) detail.push(`${what} missed: ${item}`);
  for (const item of [...a].sort()) if (!b.has(item)) detail.push(`${what} in excess: ${item}`);
  return { hit: [...a].filter((item) => b.has(item)).length, found: a.size, wanted: b.size };
}

function wronglyOpposed(
  gold: GoldDossier,
  made: Digest,
  goldId: (claim: string) => string,
): (readonly [string, string])[] {
  const opposed = new Set<string>();
  const oppose = (a: string, b: string): unknown => opposed.add(`${a} ${b}`).add(`${b} ${a}`);
  for (const tie of made.relations) if (tie.kind === 'contradicts') oppose(goldId(tie.a), goldId(tie.b));
  for (const { sides } of made.disputes) {
    sides.forEach((side, at) => {
      for (const other of sides.slice(at + 1)) {
        for (const a of side.claims) for (const b of other.claims) oppose(goldId(a), goldId(b));
      }
    });
  }
  return gold.notDisputes.map(({ claims }) => claims).filter(([a, b]) => opposed.has(`${a} ${b}`));
}

function goldCopies(gold: GoldDossier): string[] {
  const claimed = new Set(gold.claims.map((claim) => claim.statement));
  const families = Map.groupBy(
    gold.statements.filter((statement) => claimed.has(statement.id)),
    (statement) => statement.copyOf ?? statement.id,
  );
  return [...families.values()].flatMap((list) => pairsOf(list.map((statement) => statement.id)));
}

/** Origins of kind copy or credit, as pairs of gold statements; what gold does not list is left out. */
function madeCopies(gold: GoldDossier, made: Digest): string[] {
  const statement = alignStatements(gold, made);
  return made.origins
    .filter((origin) => origin.kind === 'copy' || origin.kind === 'credit')
    .flatMap((origin) => {
      const told = origin.claims.map(statement).filter((id) => id !== null);
      return pairsOf([...new Set(told)]);
    });
}

function pairsOf(list: readonly string[]): string[] {
  const sorted = [...list].sort();
  return sorted.flatMap((a, at) => sorted.slice(at + 1).map((b) => `${a} ${b}`));
}

function agreementScores(
  gold: GoldDossier,
  made: Digest,
  goldId: (claim: string) => string,
  naming: Naming,
  detail: string[],
): Pick<DossierScore, 'terms' | 'verdicts' | 'bearers'> {
  const key = (who: string, does: string): string => `${who}: ${naming.act(does)}`;
  const goldTerm = new Map(
    gold.agreements.flatMap((agreement) =>
      agreement.terms.map((term) => [term.id, key(term.who ?? '', term.does)] as const),
    ),
  );
  const wanted = gold.agreements.flatMap((agreement) => agreement.compliance);
  const found = made.agreements.flatMap((agreement) =>
    agreement.terms.map((term) => ({
      term: key(term.who[0] ? naming.actor(term.who[0]) : '', term.does.text),
      held: term.compliance,
    })),
  );
  return {
    terms: tally(
      found.map(({ term }) => term),
      [...goldTerm.values()],
      'term',
      detail,
    ),
    verdicts: tally(
      found.flatMap(({ term, held }) => held.map(({ verdict }) => `${term} ${verdict}`)),
      wanted.map(({ term, verdict }) => `${goldTerm.get(term)} ${verdict}`),
      'verdict',
      detail,
    ),
    bearers: tally(
      found.flatMap(({ term, held }) =>
        held.map(({ verdict, claim }) => `${term} ${verdict} ${goldId(claim)}`),
      ),
      wanted.map(({ term, verdict, claim }) => `${goldTerm.get(term)} ${verdict} ${claim}`),
      'verdict by claim',
      detail,
    ),
  };
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(0)} %`;
}

/** The figures as a table for a terminal. */
export function sayDossier(score: DossierScore): string {
  const line = (name: string, { hit, found, wanted }: Tally): string =>
    `${name.padEnd(26)} P ${percent(hit, found).padStart(5)}  R ${percent(hit, wanted).padStart(5)}  F1 ${percent(2 * hit, found + wanted).padStart(5)}   (${hit} of ${found} found, ${wanted} wanted)`;
  return [
    line('disputes', score.disputes),
    line('claims on their side', score.sides),
    `notDisputes contradicted   ${score.wronglyOpposed.length} ${score.wronglyOpposed.map((pair) => pair.join('/')).join(' ')}`,
    line('copies', score.copies),
    line('origins exact', score.origins),
    line('agreement terms', score.terms),
    line('verdicts on terms', score.verdicts),
    line('verdicts by claim', score.bearers),
    line('control', score.control),
    line('corrections', score.corrections),
  ].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { dossier: { type: 'string' }, detail: { type: 'boolean', default: false } },
  });
  if (!values.dossier) {
    console.error('Name a dossier folder: node train/eval/dossier.ts --dossier DIR [--detail]');
    process.exit(2);
  }
  const score = evaluateDossier(values.dossier, { claims: 'gold' });
  console.log(sayDossier(score));
  if (values.detail) console.log(score.detail.join('\n'));
}
