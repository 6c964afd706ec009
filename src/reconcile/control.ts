import { globalClaimId } from '../link/claim-id.ts';
import type { Kin } from '../link/kin.ts';
import { dayOf, isoOf } from '../link/period.ts';
import { argKey, type Testimony } from '../link/testimony.ts';
import { toldSince } from '../link/when.ts';
import type { ControlStatus } from '../model/control.ts';
import type { DigestControl } from '../model/digest.ts';
import type { Dispute } from '../model/dispute.ts';
import type { Reading } from '../model/reading.ts';
import type { Arg, PlaceArg } from '../model/slot.ts';
import { familyOf } from './comparable.ts';
import { isForce, isHolding, isPartial } from './holder.ts';
import { withoutSpots } from './spot.ts';

/** One claim's word on one holder of one place. */
interface Row {
  readonly place: string;
  readonly holder: string;
  readonly previous: string | null;
  readonly status: ControlStatus;
  readonly from: number | null;
  readonly partial: boolean;
  readonly claims: readonly string[];
}

/** What the lanes are made from; `live` leaves out claims that were withdrawn. */
interface ControlInput {
  readonly readings: readonly Reading[];
  readonly live: readonly Testimony[];
  readonly disputes: readonly Dispute[];
  readonly kin: Kin;
  readonly canon: (id: string) => string;
}

/**
 * Who is said to hold each place over which interval. Rows come from the documents' own control rows where they have them, else from
 * their claims; rows of one holder and status that follow each other are one interval; an interval ends where the same holder's next
 * one starts. Claims in an open dispute about control make it contested and stand with it on both sides.
 */
export function controlOverTime(input: ControlInput): DigestControl[] {
  const args = new Map<string, PlaceArg>();
  const read = readRows(input, args);
  // A document with rows of its own has said what its claims tell of control; those of others speak for themselves.
  const told = new Set(input.readings.filter((r) => r.control.length > 0).map((r) => r.document.id));
  const covered = new Set(input.live.filter((item) => told.has(item.document.id)).map((item) => item.id));
  const rows = [...read, ...claimRows(input, covered, args)];
  const lanes = Map.groupBy(
    contest(withoutSpots(rows, args, input.kin), input),
    (row) => `${row.place}\u0001${row.holder}`,
  );
  const result: DigestControl[] = [];
  for (const key of [...lanes.keys()].sort()) {
    for (const row of intervals(lanes.get(key)!)) {
      result.push({
        place: placeFor(row.place, input, args),
        holder: argFor(row.holder, input, args),
        previous: row.previous ? argFor(row.previous, input, args) : null,
        from: isoOf(row.from),
        to: isoOf(row.to),
        status: row.status,
        claims: [...new Set(row.claims)].sort(),
      });
    }
  }
  return result;
}

function readRows(input: ControlInput, args: Map<string, PlaceArg>): Row[] {
  const live = new Map(input.live.map((item) => [item.id, item]));
  return input.readings.flatMap((reading) =>
    reading.control.flatMap((control): Row[] => {
      const item = live.get(globalClaimId(reading.document.id, control.claim));
      if (item?.footing !== 'fact' || !isForce(item, input.kin)) return [];
      if (!isHolding(item) && control.status !== 'besieged') return [];
      const place = argKey(control.place, input.canon);
      const holder = input.kin.root(argKey(control.holder, input.canon));
      const previous = control.previous ? input.kin.root(argKey(control.previous, input.canon)) : null;
      keep(args, place, control.place);
      keep(args, holder, control.holder);
      if (control.previous) keep(args, previous!, control.previous);
      const { status } = control;
      const from = dayOf(control.from) ?? toldSince(item);
      return [{ place, holder, previous, status, from, partial: status === 'contested', claims: [item.id] }];
    }),
  );
}

// A claim of holding says "holds", of a part of the place "contested"; a taker's claim also says that the one it was taken from has lost
// it. People of one side still inside a place that another side holds in part or attacks are besieged there.
function claimRows(input: ControlInput, covered: ReadonlySet<string>, args: Map<string, PlaceArg>): Row[] {
  const facts = input.live.filter(
    (item) => item.footing === 'fact' && item.claim.polarity === 'positive' && item.place !== null,
  );
  const attacked = Map.groupBy(
    facts.filter(
      (item) => item.claim.event === 'ASSAULT' || (item.claim.event === 'CONTROL' && isHolding(item)),
    ),
    (item) => item.place!,
  );
  const rows: Row[] = [];
  for (const item of facts) {
    if (item.claim.event !== 'CONTROL' || !isForce(item, input.kin)) continue;
    if (covered.has(item.id) || item.claim.mode === 'besiege') continue;
    const place = item.place!;
    const holder = input.kin.root(item.agent[0]!);
    keep(args, place, item.claim.place!);
    keep(args, holder, item.claim.agent[0]!);
    const from = toldSince(item);
    const base = { place, holder, from, previous: null, claims: [item.id] };
    if (!isHolding(item)) {
      const foe = (attacked.get(place) ?? []).some((other) => opposes(other, holder, from, input.kin));
      if (foe || REMAINING.test(item.words)) rows.push({ ...base, status: 'besieged', partial: false });
      continue;
    }
    const partial = isPartial(item);
    const loser = !partial && item.patient[0] ? input.kin.root(item.patient[0]) : null;
    rows.push({ ...base, previous: loser, status: partial ? 'contested' : 'holds', partial });
    if (loser) {
      keep(args, loser, item.claim.patient[0]!);
      rows.push({ ...base, holder: loser, status: 'lost', partial: false });
    }
  }
  return rows;
}

/** "are still inside", "holding out": said of those whom others have shut in. */
const REMAINING =
  /\b(?:still (?:inside|holding|in)|hold(?:ing|s)? out|besieged|surrounded|encircled|trapped|cornered)\b/i;

function opposes(other: Testimony, holder: string, from: number | null, kin: Kin): boolean {
  const since = toldSince(other);
  if (from !== null && since !== null && since > from + 7) return false;
  return other.agent.some((id) => kin.root(id) !== holder && !kin.akin(id, holder));
}

/** Rows whose claims stand in an open dispute on control: a full hold becomes contested, and the rival claims join it. */
function contest(rows: readonly Row[], { disputes, live }: ControlInput): Row[] {
  const rivals = new Map<string, string[]>();
  for (const dispute of disputes) {
    if (dispute.kind !== 'control' || dispute.status !== 'open') continue;
    const all = dispute.sides.flatMap((side) => side.claims);
    for (const claim of all) rivals.set(claim, [...(rivals.get(claim) ?? []), ...all]);
  }
  const byId = new Map(live.map((item) => [item.id, item]));
  return rows.map((row) => {
    const others = row.claims.flatMap((claim) => rivals.get(claim) ?? []);
    if (others.length === 0 || row.status !== 'holds') return row;
    const same = others.filter((claim) => familyOf(byId.get(claim)?.claim.event ?? 'CONTROL') === 'CONTROL');
    return { ...row, status: 'contested', claims: [...row.claims, ...same] };
  });
}

/** Joins following rows of one status; a partial hold and a disputed full hold stay apart, though both read contested. */
function intervals(rows: readonly Row[]): (Row & { to: number | null })[] {
  const ordered = [...rows].sort(
    (a, b) => (a.from ?? -1e9) - (b.from ?? -1e9) || (a.claims[0]! < b.claims[0]! ? -1 : 1),
  );
  const out: (Row & { to: number | null })[] = [];
  for (const row of ordered) {
    const same = out.findLast((one) => one.status === row.status && one.partial === row.partial);
    if (same && same.to === null) {
      out[out.indexOf(same)] = {
        ...same,
        claims: [...same.claims, ...row.claims],
        previous: same.previous ?? row.previous,
      };
      continue;
    }
    const before = out.findLast((one) => one.to === null);
    if (
      before &&
      row.from !== null &&
      before.from !== null &&
      row.from > before.from &&
      row.status !== 'contested'
    ) {
      out[out.indexOf(before)] = { ...before, to: row.from - 1 };
    }
    out.push({ ...row, to: null });
  }
  return out;
}

function keep(args: Map<string, PlaceArg>, key: string, arg: Arg): void {
  const held = args.get(key);
  if (
    !held ||
    arg.text.length > held.text.length ||
    (arg.text.length === held.text.length && arg.text < held.text)
  ) {
    args.set(key, arg);
  }
}

function argFor(key: string, input: ControlInput, args: ReadonlyMap<string, Arg>): Arg {
  const entity = input.kin.entity(key);
  const arg = args.get(key);
  const name = entity?.names[0] ?? arg?.name ?? null;
  return {
    start: null,
    end: null,
    text: name ?? arg?.text ?? key,
    entity: entity ? key : (arg?.entity ?? null),
    name,
  };
}

function placeFor(key: string, input: ControlInput, args: ReadonlyMap<string, PlaceArg>): PlaceArg {
  const arg: PlaceArg | undefined = args.get(key);
  return { ...argFor(key, input, args), lat: arg?.lat ?? null, lon: arg?.lon ?? null };
}
