import { expect } from 'vitest';
import type { Claim } from '../src/model/claim.ts';
import type { Entity } from '../src/model/entity.ts';
import type { Reading } from '../src/model/reading.ts';
import type { Arg } from '../src/model/slot.ts';
import type { Statement } from '../src/model/statement.ts';

/** Who and what plays which part in a report of an evacuation deal, as its words name them. */
export interface Cast {
  /** One name of the side that lets the fighters go, and all names by which the report calls it. */
  readonly army: readonly string[];
  readonly group: readonly string[];
  readonly spokesman: string;
  readonly official: string;
  readonly minister: string;
  /** Day on which the minister spoke, YYYY-MM-DD. */
  readonly ministerDay: string;
  readonly civilians: number;
  readonly locals: number;
  readonly town: string;
  readonly lostTown: string;
  readonly credit: string;
}

/** Checks that the structure of an evacuation deal was read: who says what, who disputes it, what was agreed, who holds what. */
export function expectEvacuation(r: Reading, cast: Cast): void {
  const entity = (id: string | null): Entity | undefined => r.entities.find((e) => e.id === id);
  const is = (id: string | null, names: readonly string[]) =>
    names.some((n) => entity(id)?.names.includes(n));
  const said = (s: Statement, words: RegExp) => s.content.some((c) => words.test(c.text));
  const claims = (s: Statement): Claim[] => r.claims.filter((c) => c.statement === s.id);
  const by = (names: readonly string[]) =>
    r.statements.filter((s) => is(s.speaker, names) || is(s.for, names));
  const partOf = (args: readonly Arg[], names: readonly string[]) =>
    args.some((a) => entity(a.entity)?.relations.some((t) => t.kind === 'partOf' && is(t.to, names)));
  const foreign = (args: readonly Arg[]) =>
    args.some((a) => /foreign/.test(a.name ?? '')) && partOf(args, cast.group);

  for (const names of [cast.army, cast.group]) {
    const ids = new Set(names.map((n) => r.entities.find((e) => e.names.includes(n))?.id));
    expect([...ids], `${names.join(' = ')} is one entity`).toHaveLength(1);
  }

  const quote = by([cast.spokesman]).find((s) => s.mode === 'direct');
  expect(quote, 'the spokesman is quoted directly').toBeDefined();
  expect(is(quote!.for, cast.army), 'he speaks for his side').toBe(true);
  const none = by([cast.spokesman]).find((s) =>
    claims(s).some((c) => c.polarity === 'negative' && foreign(c.agent)),
  );
  expect(none?.stance, 'that no foreign fighter left is asserted').toBe('asserts');

  const counted = by(cast.army)
    .flatMap(claims)
    .find((c) => c.quantity?.min === cast.locals);
  expect(counted?.quantity, 'the count of local fighters keeps its operator and its families').toMatchObject({
    op: 'about',
    max: cast.locals,
  });
  expect(counted!.quantity!.of).toMatch(/fighters.*famil|famil.*fighters/);
  expect(partOf(counted!.agent, cast.group)).toBe(true);

  const dispute = by([cast.official]).find((s) => s.stance === 'disputes');
  expect(dispute?.about, 'the official disputes what the army said of foreign fighters').toBe(none!.id);
  const counter = by([cast.official])
    .flatMap(claims)
    .find((c) => c.polarity === 'positive' && foreign(c.agent));
  expect(counter, 'and claims that some left').toBeDefined();
  const open = r.disputes.find(
    (d) => d.kind === 'polarity' && d.sides.some((s) => s.claims.includes(counter!.id)),
  );
  expect(
    open?.sides.flatMap((s) => s.claims),
    'a dispute holds both',
  ).toContain(claims(none!)[0]!.id);
  expect(open!.sides.map((s) => s.origins)).toEqual([1, 1]);

  const surrender = by([cast.minister]).find((s) => said(s, /surrender/));
  expect(surrender?.time?.from, 'the minister spoke on his day').toBe(cast.ministerDay);
  expect(
    claims(surrender!)
      .map((c) => c.modality)
      .some((m) => m === 'promised' || m === 'conditional'),
    'he promises',
  ).toBe(true);

  const chiefs = r.statements.find((s) => s.mode === 'direct' && is(s.speaker, ['tribal leaders']));
  expect(chiefs, 'the tribal chiefs are quoted').toBeDefined();

  const fled = r.claims.find((c) => c.quantity?.min === cast.civilians);
  expect(fled).toMatchObject({
    event: 'FLEE',
    polarity: 'positive',
    quantity: { op: 'more-than', max: null, of: 'civilians' },
  });

  const [deal] = r.agreements;
  const among = (args: readonly Arg[], names: readonly string[]) => args.some((a) => is(a.entity, names));
  expect(among(deal!.parties, cast.army) && among(deal!.parties, cast.group), 'both sides are parties').toBe(
    true,
  );
  expect(among(deal!.guarantors, ['tribal leaders']), 'the tribal chiefs guarantee it').toBe(true);
  expect(foreign(deal!.excluded), 'foreign fighters are left out').toBe(true);
  expect(
    deal!.terms.find((t) => t.event === 'RETREAT' && t.condition !== null),
    'leaving is exchanged for',
  ).toBeDefined();
  const release = deal!.terms.find((t) => t.event === 'CONCEDE');
  expect(
    release?.toWhom.some((a) => a.entity === 'group:civilians'),
    'the release of civilians',
  ).toBe(true);

  const rows = r.control.filter(
    (c) => c.place.text.includes(cast.lostTown) || c.place.name === cast.lostTown,
  );
  expect(rows.map((c) => c.status).sort()).toEqual(['holds', 'lost']);
  expect(is(rows.find((c) => c.status === 'lost')!.holder.entity, cast.group)).toBe(true);
  expect(is(rows.find((c) => c.status === 'holds')!.previous!.entity, cast.group)).toBe(true);
  expect(r.credits.map((c) => c.publisher)).toEqual([cast.credit]);
}
