import { digest } from '../src/digest.ts';
import { syntheticWar } from './synthetic.ts';

/*
 * How long reconciling takes as a ledger grows, and what of the known copies and denials it finds. Times vary with the machine and its
 * load: compare the rows of one run. `node bench/reconcile.ts [CLAIMS …]`.
 */

const sizes = process.argv.slice(2).map(Number);
let before: { readonly claims: number; readonly seconds: number } | null = null;
for (const wanted of sizes.length > 0 ? sizes : [10_000, 50_000, 200_000]) {
  const war = syntheticWar(wanted);
  const claims = war.readings.reduce((n, r) => n + r.claims.length, 0);
  const start = performance.now();
  const made = digest(war.readings);
  const seconds = (performance.now() - start) / 1000;
  const origins = new Map(
    made.origins.flatMap((o) => o.documents.map((document) => [document, new Set(o.documents)] as const)),
  );
  const copied = war.copies.filter(([a, b]) => origins.get(b)?.has(a)).length;
  const opposed = new Set(
    made.relations.flatMap((r) => (r.kind === 'contradicts' ? [[r.a, r.b].sort().join(' ')] : [])),
  );
  const denied = war.denials.filter((pair) => opposed.has([...pair].sort().join(' '))).length;
  const power =
    before === null ? '' : `, grows with power ${exponent(before, { claims, seconds }).toFixed(2)}`;
  console.log(
    `${claims} claims: ${seconds.toFixed(1)} s${power}; copies ${copied} of ${war.copies.length}, denials ${denied} of ${war.denials.length}; ` +
      `${made.relations.length} relations, ${made.disputes.length} disputes, ${made.happenings.length} happenings`,
  );
  before = { claims, seconds };
}

/** Of two sizes and times, the power of the size that the time grows with: 1 is linear. */
function exponent(
  a: { readonly claims: number; readonly seconds: number },
  b: { readonly claims: number; readonly seconds: number },
): number {
  return Math.log(b.seconds / a.seconds) / Math.log(b.claims / a.claims);
}
