import type { Claim, EventType } from '../src/model/claim.ts';
import type { Entity } from '../src/model/entity.ts';
import type { Reading } from '../src/model/reading.ts';
import type { Arg, PlaceArg } from '../src/model/slot.ts';
import type { Statement } from '../src/model/statement.ts';

/*
 * A made-up war of any size: happenings told by several documents, some of which copy others, deny, or count differently. The same
 * numbers give the same war. What is a copy and what contradicts what is known, so that speed and findings can be measured together.
 */

/** Readings with their texts, and what is known of them. */
export interface SyntheticWar {
  readonly readings: readonly Reading[];
  /** Pairs [original, copy] of documents. */
  readonly copies: readonly (readonly [string, string])[];
  /** Pairs [claim, denial] by global id: the same happening, told and denied by different sides. */
  readonly denials: readonly (readonly [string, string])[];
}

interface Happening {
  readonly event: EventType;
  readonly verb: string;
  readonly agent: number;
  readonly patient: number;
  readonly place: number;
  readonly day: number;
  readonly count: number;
}

const ACTS: readonly (readonly [EventType, string])[] = [
  ['ASSAULT', 'shelled'],
  ['RETREAT', 'left'],
  ['CONTROL', 'captured'],
  ['FLEE', 'fled'],
  ['CASUALTY', 'killed'],
  ['DETAIN', 'detained'],
];
const CLAIMS = 20;
const FIRST_DAY = Date.UTC(2015, 0, 1) / 86_400_000;

/** A war of about `claims` claims in documents of twenty. */
export function syntheticWar(claims: number, seed = 1): SyntheticWar {
  const next = chance(seed);
  const documents = Math.ceil(claims / CLAIMS);
  const places = Math.max(20, Math.round(documents / 25));
  const groups = Math.max(8, Math.round(Math.sqrt(documents)));
  const days = Math.max(60, Math.round(documents / 8));
  const readings: Reading[] = [];
  const copies: (readonly [string, string])[] = [];
  const denials: (readonly [string, string])[] = [];
  const recent: { readonly claim: string; readonly happening: Happening; readonly speaker: number }[] = [];
  for (let d = 0; d < documents; d++) {
    const day = Math.floor((d / documents) * days);
    const id = `doc${String(d).padStart(7, '0')}`;
    if (d > 4 && next(10) === 0) {
      const original = readings[d - 1 - next(4)]!;
      readings.push(copyOf(original, id, `publisher ${next(90)}`));
      copies.push([original.document.id, id]);
      continue;
    }
    const maker = new Maker(id, `publisher ${next(90)}`, day + 1);
    for (let c = 0; c < CLAIMS; c++) {
      const told = recent.length > 50 && next(3) > 0 ? recent[recent.length - 1 - next(50)]! : null;
      const happening = told?.happening ?? happeningOf(next, groups, places, day);
      const denied = told !== null && told.speaker !== happening.patient && next(12) === 0;
      const speaker = denied ? happening.patient : next(groups);
      const wrong = !denied && next(10) === 0 ? 1 + next(30) : 0;
      const claim = maker.tell(happening, speaker, denied, happening.count + wrong);
      if (denied) denials.push([told.claim, claim]);
      else recent.push({ claim, happening, speaker });
    }
    readings.push(maker.reading());
    recent.splice(0, Math.max(0, recent.length - 400));
  }
  return { readings, copies, denials };
}

function happeningOf(next: (n: number) => number, groups: number, places: number, day: number): Happening {
  const [event, verb] = ACTS[next(ACTS.length)]!;
  const agent = next(groups);
  const patient = (agent + 1 + next(groups - 1)) % groups;
  return { event, verb, agent, patient, place: next(places), day: day - next(3), count: 5 + next(400) };
}

/** Numbers from 0 to n - 1, the same for the same seed (a linear congruential generator, Numerical Recipes' constants). */
function chance(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

function isoDay(day: number): string {
  return new Date((FIRST_DAY + day) * 86_400_000).toISOString().slice(0, 10);
}

/** Writes one document claim by claim. */
class Maker {
  private readonly id: string;
  private readonly publisher: string;
  private readonly day: number;
  private text = '';
  private readonly statements: Statement[] = [];
  private readonly claims: Claim[] = [];
  private readonly entities = new Map<string, Entity>();

  constructor(id: string, publisher: string, day: number) {
    this.id = id;
    this.publisher = publisher;
    this.day = day;
  }

  /** Adds a sentence with its statement and claim; returns the claim's global id. */
  tell(h: Happening, speaker: number, denied: boolean, count: number): string {
    const n = this.claims.length + 1;
    const [group, enemy, town] = [`Group ${h.agent}`, `Group ${h.patient}`, `Town ${h.place}`];
    const start = this.text.length;
    const source = this.put(`Group ${speaker}`);
    this.put(' ');
    const cue = this.put(denied ? 'denied' : 'said');
    this.put(' that ');
    const from = this.text.length;
    const agent = this.arg('actor', group);
    this.put(' ');
    const predicate = this.put(h.verb);
    this.put(' ');
    const quantity = this.put(`${count} fighters`);
    this.put(' of ');
    const patient = this.arg('actor', enemy);
    this.put(' in ');
    const place: PlaceArg = this.arg('place', town);
    this.put(' on ');
    const time = this.put(isoDay(h.day));
    const content = { start: from, end: this.text.length, text: this.text.slice(from) };
    this.put('.\n');
    this.statements.push({
      id: `s${n}`,
      mode: 'indirect',
      stance: denied ? 'denies' : 'asserts',
      source: { ...source, start },
      cue,
      content: [content],
      speaker: this.entity('actor', `Group ${speaker}`),
      for: null,
      within: null,
      about: null,
      relay: null,
      time: null,
      why: [],
    });
    this.claims.push({
      id: `c${n}`,
      statement: `s${n}`,
      event: h.event,
      mode: null,
      predicate,
      agent: [agent],
      patient: [patient],
      instrument: [],
      place,
      time: { ...time, from: isoDay(h.day), to: isoDay(h.day) },
      quantity: denied ? null : { ...quantity, of: 'fighters', op: 'exactly', min: count, max: count },
      polarity: denied ? 'negative' : 'positive',
      modality: 'actual',
      why: [],
    });
    return `${this.id}/c${n}`;
  }

  reading(): Reading {
    return {
      engine: { name: 'synthetic', version: '1', models: [] },
      document: {
        id: this.id,
        sha256: '',
        title: null,
        publisher: this.publisher,
        published: isoDay(this.day),
        updated: null,
        url: null,
        language: 'en',
        characters: this.text.length,
        text: this.text,
      },
      sentences: [],
      entities: [...this.entities.values()],
      mentions: [],
      statements: this.statements,
      claims: this.claims,
      agreements: [],
      control: [],
      credits: [],
      involved: [],
      disputes: [],
      diagnostics: [],
    };
  }

  private put(words: string): { start: number; end: number; text: string } {
    const start = this.text.length;
    this.text += words;
    return { start, end: this.text.length, text: words };
  }

  private arg(kind: 'actor' | 'place', name: string): Arg {
    return { ...this.put(name), entity: this.entity(kind, name), name };
  }

  private entity(kind: 'actor' | 'place', name: string): string {
    const id = `${kind}:${name.toLowerCase().replace(' ', '-')}`;
    if (!this.entities.has(id))
      this.entities.set(id, {
        id,
        kind,
        role: kind === 'actor' ? 'armed-group' : 'town',
        names: [name],
        relations: [],
      });
    return id;
  }
}

function copyOf(reading: Reading, id: string, publisher: string): Reading {
  return { ...reading, document: { ...reading.document, id, publisher } };
}
