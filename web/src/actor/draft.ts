import type { ActorKind, NewActor } from '../api/types.ts';

/** The ties that an actor of one's own may have. */
export const TIES = ['memberOf', 'partOf', 'alliedWith'] as const;

/** A tie as it is typed. `key` tells the rows of the form apart. */
export interface TieDraft {
  readonly key: number;
  readonly kind: (typeof TIES)[number];
  readonly to: string;
  readonly from: string;
  readonly until: string;
}

/** An actor as it is typed. */
export interface Draft {
  readonly names: string;
  readonly kind: string;
  readonly countries: string;
  readonly ties: readonly TieDraft[];
}

export const EMPTY: Draft = { names: '', kind: '', countries: '', ties: [] };

/** The actor that a form means. What is wrong in it is for the API to say. */
export function actorOf({ names, kind, countries, ties }: Draft): NewActor {
  const codes = countries.split(/[\s,;]+/).filter(Boolean);
  const filled = ties.filter(isFilled);
  return {
    kind: kind as ActorKind,
    names: names
      .split('\n')
      .map((name) => name.trim())
      .filter(Boolean),
    ...(codes.length > 0 && { countries: codes }),
    ...Object.fromEntries(
      TIES.flatMap((tie) => {
        const own = filled.filter((row) => row.kind === tie);
        return own.length === 0 ? [] : [[tie, own.map(tieOf)]];
      }),
    ),
  };
}

/** The field of the form that a path of the API means ("memberOf.1.to"): its own name, or its tie's key and part. */
export function fieldOf(path: string, { ties }: Draft): string {
  const [head = '', at, part = 'to'] = path.split('.');
  const row = ties.filter((tie) => isFilled(tie) && tie.kind === head)[Number(at)];
  return row === undefined ? head : `${row.key}.${part}`;
}

function isFilled({ to, from, until }: TieDraft): boolean {
  return [to, from, until].some((value) => value.trim() !== '');
}

function tieOf({ to, from, until }: TieDraft) {
  return {
    to: to.trim(),
    ...(from.trim() !== '' && { from: dayOf(from) }),
    ...(until.trim() !== '' && { until: dayOf(until) }),
  };
}

/** A bare year is a number, as the API takes it. */
function dayOf(value: string): string | number {
  const day = value.trim();
  return /^\d{4}$/.test(day) ? Number(day) : day;
}
