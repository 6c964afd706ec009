import { globalClaimId } from '../link/claim-id.ts';
import type { Kin } from '../link/kin.ts';
import { dayOf, isoOf, overlaps, type Period } from '../link/period.ts';
import { contentWords, sameWords } from '../link/same-words.ts';
import { argKey, type Testimony } from '../link/testimony.ts';
import { contentId } from '../link/words.ts';
import type { Agreement, Term } from '../model/agreement.ts';
import type { DigestAgreement, DigestTerm } from '../model/digest.ts';
import type { Reading } from '../model/reading.ts';
import type { Arg } from '../model/slot.ts';
import { meet } from './comparable.ts';
import { complianceOf } from './compliance.ts';

/** What agreements are merged from; `live` leaves out claims that were withdrawn. */
interface AgreementInput {
  readonly readings: readonly Reading[];
  readonly live: readonly Testimony[];
  readonly kin: Kin;
  readonly canon: (id: string) => string;
  /** The first telling of a claim. */
  readonly root: (claim: string) => string;
}

/** One document's report of an agreement, with its parties and place resolved. */
interface Report {
  readonly document: string;
  readonly agreement: Agreement;
  readonly parties: readonly string[];
  readonly place: string | null;
  readonly date: Period;
}

const WORDS_ALIKE = 0.6;
const DAYS = 14;

/**
 * Agreements as all documents tell them. Reports are of one agreement when place and date are compatible and they share two of the parties
 * or guarantors (all, where one names fewer); its terms are merged by who, to whom and what; later claims stand with the term they concern.
 */
export function mergeAgreements(input: AgreementInput): DigestAgreement[] {
  const groups: Report[][] = [];
  for (const report of reportsOf(input)) {
    const home = groups.find((group) => group.some((other) => same(report, other, input.kin)));
    if (home) home.push(report);
    else groups.push([report]);
  }
  const claims = input.live.filter((item) => input.root(item.id) === item.id);
  return groups.map((group) => merge(group, claims, input)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Fullest reports first, so that a short one finds the agreement it belongs to whatever the order of documents. */
function reportsOf({ readings, canon }: AgreementInput): Report[] {
  const reports = readings.flatMap((reading) =>
    reading.agreements.map((agreement): Report => {
      const published = dayOf(reading.document.published);
      const stated = { from: dayOf(agreement.date?.from), to: dayOf(agreement.date?.to) };
      const unknown = stated.from === null && stated.to === null;
      return {
        document: reading.document.id,
        agreement,
        parties: [
          ...new Set([...agreement.parties, ...agreement.guarantors].map((arg) => argKey(arg, canon))),
        ].sort(),
        place: agreement.place ? argKey(agreement.place, canon) : null,
        date: unknown && published !== null ? { from: published - DAYS, to: published } : stated,
      };
    }),
  );
  const key = (report: Report): string => `${report.document}\u0001${report.agreement.id}`;
  return reports.sort(
    (a, b) =>
      b.parties.length - a.parties.length ||
      b.agreement.terms.length - a.agreement.terms.length ||
      (key(a) < key(b) ? -1 : 1),
  );
}

function same(a: Report, b: Report, kin: Kin): boolean {
  if (a.place && b.place && !kin.within(a.place, b.place) && !kin.within(b.place, a.place)) return false;
  if (!overlaps(a.date, b.date)) return false;
  const shared = a.parties.filter((id) => b.parties.some((other) => kin.root(id) === kin.root(other))).length;
  return shared > 0 && shared >= Math.min(2, a.parties.length, b.parties.length);
}

function merge(
  group: readonly Report[],
  claims: readonly Testimony[],
  input: AgreementInput,
): DigestAgreement {
  const list = group.map(({ agreement }) => agreement);
  const id = contentId(
    'agreement',
    group.map(({ document, agreement }) => globalClaimId(document, agreement.id)).sort(),
  );
  const place =
    list.find((agreement) => agreement.place?.entity)?.place ?? list.find((one) => one.place)?.place ?? null;
  const placeKey = group.find((report) => report.place !== null)?.place ?? null;
  const stated = group.filter(({ agreement }) => agreement.date !== null).map(({ date }) => date);
  const made = stated.length > 0 ? stated.reduce(narrow) : group[0]!.date;
  const union = (field: 'parties' | 'guarantors' | 'excluded'): Arg[] =>
    unionOf(
      list.flatMap((agreement) => agreement[field]),
      input.canon,
    );
  const excluded = union('excluded');
  const terms = mergeTerms(
    list.flatMap((agreement) => agreement.terms).map((term) => narrowed(term, excluded, claims, input)),
    input,
  );
  return {
    id,
    parties: union('parties'),
    guarantors: union('guarantors'),
    excluded,
    place,
    date: stated.length > 0 ? { from: isoOf(made.from), to: isoOf(made.to) } : null,
    terms: terms.map((term, at): DigestTerm => {
      const who = term.who.map((arg) => argKey(arg, input.canon));
      const toWhom = term.toWhom.map((arg) => argKey(arg, input.canon));
      const bound = { term, who, toWhom, place: placeKey, made };
      return { ...term, id: `${id}/t${at + 1}`, ...complianceOf(bound, claims, input.kin) };
    }),
    duration: list.find((agreement) => agreement.duration)?.duration ?? null,
    statuses: group.flatMap(({ document, agreement }) =>
      (agreement.statuses ?? []).map((note) => ({
        ...note,
        claim: note.claim === null ? null : globalClaimId(document, note.claim),
        statement: note.statement === null ? null : globalClaimId(document, note.statement),
      })),
    ),
    claims: group
      .flatMap(({ document, agreement }) => agreement.claims.map((claim) => globalClaimId(document, claim)))
      .sort(),
  };
}

/** The days both allow; the first where they exclude each other. */
function narrow(a: Period, b: Period): Period {
  if (!overlaps(a, b)) return a;
  const from = a.from === null ? b.from : b.from === null ? a.from : Math.max(a.from, b.from);
  const to = a.to === null ? b.to : b.to === null ? a.to : Math.min(a.to, b.to);
  return { from, to };
}

function unionOf(args: readonly Arg[], canon: (id: string) => string): Arg[] {
  const held = new Map<string, Arg>();
  for (const arg of args) {
    const key = argKey(arg, canon);
    if (!held.has(key)) held.set(key, arg.entity ? { ...arg, entity: canon(arg.entity) } : arg);
  }
  return [...held.keys()].sort().map((key) => held.get(key)!);
}

/** "A deal that leaves out the foreign fighters" binds the local ones: who is bound is the other part of the group, where one is told of. */
function narrowed(
  term: Term,
  excluded: readonly Arg[],
  claims: readonly Testimony[],
  { canon, kin }: AgreementInput,
): Term {
  const [who] = term.who;
  const whole = who === undefined ? null : argKey(who, canon);
  if (whole === null) return term;
  const out = excluded.map((arg) => argKey(arg, canon));
  if (
    !out.some(
      (id) => id !== whole && kin.within(id, whole) && /^foreign /i.test(kin.entity(id)?.names[0] ?? ''),
    )
  )
    return term;
  const told = claims.find(
    (item) =>
      item.claim.event === 'RETREAT' &&
      item.agent.some(
        (id) => id !== whole && kin.within(id, whole) && /^local /i.test(kin.entity(id)?.names[0] ?? ''),
      ),
  );
  const other = told?.agent.find((id) => id !== whole && kin.within(id, whole)) ?? null;
  if (other === null) return term;
  return { ...term, who: [{ ...who!, entity: other, name: kin.entity(other)?.names[0] ?? null }] };
}

/** Terms of the same party to the same party that bind to the same act or say it in the same words become one. */
function mergeTerms(terms: readonly Term[], { canon, kin }: AgreementInput): Term[] {
  const merged: Term[] = [];
  for (const term of terms) {
    const twin = merged.find((other) => sameTerm(term, other, canon, kin));
    if (!twin) merged.push(term);
  }
  return merged;
}

function sameTerm(a: Term, b: Term, canon: (id: string) => string, kin: Kin): boolean {
  const keys = (args: readonly Arg[]): string[] => args.map((arg) => argKey(arg, canon));
  if ((a.who.length === 0) !== (b.who.length === 0)) return false;
  if (!meet(keys(a.who), keys(b.who), kin) || !meet(keys(a.toWhom), keys(b.toWhom), kin)) return false;
  const [says, said] = [contentWords(a.does.text), contentWords(b.does.text)];
  // "a withdrawal" says no more than the act itself.
  if (a.event !== 'AGREE' && a.event === b.event && Math.min(says.size, said.size) === 1) return true;
  const alike = sameWords(says, said);
  return alike >= WORDS_ALIKE || (a.event !== 'AGREE' && a.event === b.event && alike > 0);
}
