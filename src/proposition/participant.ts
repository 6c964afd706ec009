import { actorById } from '../lexicon/actor.ts';
import { isOfClass } from '../lexicon/event.ts';
import { chunkAt, entityOf, mentionsWithin } from '../mention/lookup.ts';
import type { Draft } from '../model/draft.ts';
import type { Mention } from '../model/mention.ts';
import type { Arg, Inherited } from '../model/slot.ts';
import type { Statement } from '../model/statement.ts';
import { subtree } from '../parse/tree.ts';
import type { Proposition, Told } from './claim.ts';
import { type Fight, fightOf } from './fight.ts';
import { paragraphStart } from './said.ts';

/*
 * A clause leaves out whom the reader knows: the enemy in "the army opened its assault", the army in "the port was retaken" and "the
 * battle goes on", the group in "we will not back any deal". They come from the clause's own words, its speaker, the clauses before
 * it, or the fight that the report is about, and are marked as taken over.
 */

/** A proposition still to be completed, with the statement it belongs to. */
export interface Open extends Told {
  readonly statement: Statement;
}

/** The entity of people as such. */
export const CIVILIANS = 'group:civilians';

interface Work {
  readonly draft: Draft;
  readonly fight: Fight;
  readonly open: readonly Open[];
  /** What is completed so far, in order. */
  readonly made: (Proposition | null)[];
  /** Mentions of each entity, in order. */
  readonly named: ReadonlyMap<string | null, readonly Mention[]>;
}

/** How many claims back one looks for who or what is meant. */
const REACH = 200;

/** The last claim made so far that fits, with its index handed over, at most `REACH` back. */
function lastMade(work: Work, fits: (m: Proposition, i: number) => boolean): Proposition | null {
  const { made } = work;
  for (let i = made.length - 1; i >= 0 && i >= made.length - REACH; i--) {
    const m = made[i]!;
    if (m !== null && fits(m, i)) return m;
  }
  return null;
}

/** Completes propositions in the order of the text; null for those that stay without anybody. */
export function withParticipants(draft: Draft, open: readonly Open[]): (Proposition | null)[] {
  const fight = fightOf(
    draft,
    open.map((o) => o.proposition),
  );
  const named = Map.groupBy(draft.mentions, (m) => m.entity);
  const work: Work = { draft, fight, open, made: [], named };
  for (const o of open) {
    const filled = fill(work, o);
    const empty = filled.agent.length === 0 && filled.patient.length === 0;
    work.made.push(o.bare && empty ? null : filled);
  }
  return work.made;
}

function fill(work: Work, before: Open): Proposition {
  const o = { ...before, proposition: bothSides(work, nobody(placed(work, before))) };
  const p = o.proposition;
  if (p.mode === 'among') return among(work, p);
  if (p.event === 'ASSAULT') return fought(work, o);
  if (p.event === 'CONTROL') return held(work, o);
  if (p.event === 'REJECT') return refused(work, o);
  if (p.event === 'AGREE') return agreed(work, o);
  if (p.event === 'CASUALTY') return hurt(work, o);
  return p;
}

/** "Rebels slipped out … no officer was among them": the event is the one told of the others. */
function among(work: Work, p: Proposition): Proposition {
  const last = lastMade(work, (m) => /^(?:RETREAT|FLEE|CASUALTY|DETAIN)$/.test(m.event));
  if (last == null) return { ...p, mode: null };
  const suffers = last.event === 'CASUALTY' || last.event === 'DETAIN';
  return {
    ...p,
    event: last.event,
    mode: last.mode,
    agent: suffers ? last.agent : p.agent,
    patient: suffers ? p.agent : [],
    why: [...p.why, `event: ${last.event}, as told of the others`],
  };
}

/** "Both sides will withdraw": the two that fight each other. */
function bothSides(work: Work, p: Proposition): Proposition {
  const agent = p.agent.flatMap((a) => {
    if (
      a.entity !== null ||
      !/^(?:both|the|the two|all|the warring|the rival) (?:sides?|parties|armies)$/iu.test(a.text)
    )
      return [a];
    return work.fight.main.map((id) => ({
      ...argOf(work, id, a.start ?? 0, 'paragraph'),
      start: a.start,
      end: a.end,
      text: a.text,
    }));
  });
  return { ...p, agent };
}

/** "Shells hit the camp near the city. … 40 people had died": the dead are those of the attack told before, where no place is named. */
function placed(work: Work, o: Open): Proposition {
  const p = o.proposition;
  if (
    !/^(?:CASUALTY|ASSAULT)$/.test(p.event) ||
    !/^(?:paragraph|dateline)$/.test(p.place?.inherited ?? 'paragraph')
  )
    return p;
  const struck = (m: Proposition | null) =>
    m !== null && /^(?:CASUALTY|ASSAULT)$/.test(m.event) && m.place !== null;
  const before = work.made.slice(-8).findLast((m) => struck(m) && m!.place!.inherited === undefined);
  return before == null ? p : { ...p, place: { ...before.place!, inherited: 'paragraph' } };
}

/** "Our men did not shoot anybody": no civilians. */
function harmless(p: Proposition): Proposition {
  const patient = p.patient.map((a) =>
    a.entity === null && ANYONE.test(a.text) ? { ...a, entity: CIVILIANS, name: 'civilians' } : a,
  );
  return { ...p, patient };
}

const ANYONE = /^(?:nobody|no-?\s?one|everyone|everybody|anyone|anybody)$/iu;

/** "Nobody was allowed to leave": where no side speaks of its own, the people of the place. */
function nobody(before: Proposition): Proposition {
  const p = /^(?:ASSAULT|CASUALTY)$/.test(before.event) ? harmless(before) : before;
  const anyone = p.agent.length === 1 && ANYONE.test(p.agent[0]!.text);
  if (!anyone || p.event !== 'RETREAT') return p;
  const agent = p.agent.map((a) => ({ ...a, entity: CIVILIANS, name: 'civilians' }));
  return { ...p, agent, event: 'FLEE', why: [...p.why, 'event: FLEE, since nobody armed is named'] };
}

/** "The army opened its assault", "the battle goes on, the army said": who attacks whom. */
function fought(work: Work, o: Open): Proposition {
  const { fight } = work;
  const { sense } = o;
  let p = named(work, o);
  const fightItself = sense.entry.light || sense.entry.pos === 'noun';
  if (p.agent.length === 0) {
    const enemy = sides(work, p.patient)[0] ?? null;
    const speaker = speaking(work, o);
    const foe = enemy === null ? null : fight.opponentOf(enemy);
    if (enemy !== null && speaker !== null && !fight.together(speaker, enemy))
      p = withAgent(work, o, p, speaker, 'speech');
    else if (foe !== null && (o.sense.frame.passive || p.mode === 'repelled'))
      p = withAgent(work, o, p, foe, 'paragraph');
    else if (p.patient.length === 0 && fightItself) {
      const known = speaker ?? attackerBefore(work, p);
      if (known !== null) p = withAgent(work, o, p, known, speaker === null ? 'paragraph' : 'speech');
      else if (work.fight.main.length === 2) return mutual(work, o, p);
    }
  }
  const agent = sides(work, p.agent)[0] ?? null;
  if (agent === null || p.patient.length > 0) return p;
  return hitsCivilians(o) ? withCivilians(p) : withPatient(work, o, p, fight.opponentOf(agent));
}

/** "Clashes broke out in the east": each side fights the other. */
function mutual(work: Work, o: Open, p: Proposition): Proposition {
  const both = work.fight.main.map((id) => argOf(work, id, o.sentence.end, 'paragraph'));
  return { ...p, agent: both, patient: both, why: [...p.why, 'the two sides of the fight'] };
}

/** "Shelled the camp": those hit are the people there. */
function withCivilians(p: Proposition): Proposition {
  const patient: Arg = {
    start: p.predicate.start,
    end: p.predicate.end,
    text: p.predicate.text,
    entity: CIVILIANS,
    name: 'civilians',
    inherited: 'clause',
  };
  return { ...p, patient: [patient], why: [...p.why, 'a place of civilians is hit'] };
}

/** "The port was retaken", "assault units freed the town": who took the place, and from whom. */
function held(work: Work, o: Open): Proposition {
  const { mode } = o.proposition;
  if (mode === 'hold-out') return heldOut(work, o);
  if (mode !== 'capture' && mode !== 'lose' && mode !== 'fall' && mode !== 'besiege') return o.proposition;
  let p = named(work, o);
  const loser = sides(work, p.patient)[0] ?? null;
  if (p.agent.length === 0) {
    const before = attackerBefore(work, p);
    const speaker = speaking(work, o);
    const fits = (id: string | null) => id !== null && (loser === null || !work.fight.together(id, loser));
    const winner = [before, speaker, loser === null ? null : work.fight.opponentOf(loser)].find(fits) ?? null;
    if (winner !== null) p = withAgent(work, o, p, winner, winner === before ? 'paragraph' : 'speech');
  }
  const agent = sides(work, p.agent)[0] ?? null;
  if (agent === null || p.patient.length > 0) return p;
  return withPatient(work, o, p, work.fight.opponentOf(agent));
}

/** "Up to 300 soldiers were still inside, a Malian commander said": the speaker's men, or else those whom the attackers shut in. */
function heldOut(work: Work, o: Open): Proposition {
  const p = o.proposition;
  const attacker = attackerBefore(work, p);
  const own = speaking(work, o) ?? (attacker === null ? null : work.fight.opponentOf(attacker));
  // Who shuts others in does not hold out there: the soldiers are not his, although his were named last.
  const agent = p.agent.map((a) =>
    own !== null &&
    own !== attacker &&
    a.entity === attacker &&
    /(?:soldier|troop|fighter|m[ae]n)s?$/i.test(a.text)
      ? { ...a, entity: null, name: null }
      : a,
  );
  return named(work, { ...o, proposition: { ...p, agent } }, own);
}

/** "We will not back any deal that lets the fighters go": whoever would gain from it, by its words or by the fight. */
function refused(work: Work, o: Open): Proposition {
  let p = named(work, o);
  const { tokens } = o.sentence;
  const speaker = o.statement.for ?? o.statement.speaker;
  if (p.agent.length === 0 && o.sense.frame.passive && speaker !== null)
    p = withAgent(work, o, p, speaker, 'speech');
  const agent = sides(work, p.agent)[0] ?? null;
  if (agent === null || p.patient.some((a) => a.entity !== null)) return p;
  const words = subtree(tokens, o.sense.frame.at);
  const inside = mentionsWithin(work.draft, tokens[o.sense.frame.at]!.start, tokens[words.at(-1)!]!.end).find(
    (m) =>
      m.kind === 'actor' &&
      work.fight.isSide(m.entity) &&
      m.entity !== null &&
      !work.fight.together(m.entity, agent),
  );
  if (inside !== undefined && inside.entity !== null)
    return {
      ...p,
      patient: [argOf(work, inside.entity, inside.end, 'clause')],
      why: [...p.why, 'patient: who would gain from what is refused'],
    };
  return withPatient(work, o, { ...p, patient: [] }, work.fight.opponentOf(agent));
}

/** "The council agreed", after somebody asked it to; "a deal was struck": the other party, or the parties named before. */
function agreed(work: Work, o: Open): Proposition {
  let p = o.proposition;
  const { made, fight } = work;
  // "The army denied that any exchange had been agreed": by none but itself and its enemy.
  const denier =
    p.agent.length === 0 && o.sense.frame.passive && p.polarity === 'negative' ? speaking(work, o) : null;
  if (denier !== null) {
    const own = withAgent(work, o, p, denier, 'speech');
    return p.patient.length > 0 ? own : withPatient(work, o, own, fight.opponentOf(denier));
  }
  const earlier = lastMade(work, (m) => m.event === 'AGREE' && m.agent.length > 0 && m.modality === 'actual');
  if (p.agent.length === 0 && earlier != null)
    p = {
      ...p,
      agent: earlier.agent.map((a) => ({ ...a, inherited: a.inherited ?? 'paragraph' })),
      why: [...p.why, 'agent: the party of the deal told of before'],
    };
  if (p.patient.length > 0 || p.agent.length === 0) return p;
  const own = new Set(p.agent.map((a) => a.entity));
  // "Turkey and Russia agreed": one with the other, and with nobody else.
  if (own.size === 2 && p.mode !== 'mediated' && p.agent.every((a) => a.inherited === undefined))
    return {
      ...p,
      patient: p.agent.slice(1),
      why: [...p.why, 'patient: the other party of those who agreed'],
    };
  const asked = lastMade(
    work,
    (m) => m.event === 'REQUEST' && m.patient.some((a) => a.entity !== null && own.has(a.entity)),
  );
  if (asked != null && asked.agent.length > 0)
    return {
      ...p,
      patient: asked.agent.map((a) => ({ ...a, inherited: 'paragraph' as const })),
      why: [...p.why, 'patient: who had asked for it'],
    };
  const goes = work.open
    .slice(Math.max(0, made.length - 2), made.length + 2)
    .filter((x) => x.statement === o.statement && x.proposition.event === 'RETREAT')
    .flatMap((x) => sides(work, x.proposition.agent))
    .find((id) => !own.has(id));
  const other =
    goes ??
    earlier?.patient.find((a) => a.entity !== null && !own.has(a.entity))?.entity ??
    sides(work, p.agent).map(fight.opponentOf)[0] ??
    null;
  if (other === null) return p;
  return {
    ...p,
    patient: [argOf(work, fight.sideOf(other), o.sentence.end, 'paragraph')],
    why: [
      ...p.why,
      goes === undefined ? 'patient: the other side of the fight' : 'patient: who may go under it',
    ],
  };
}

/*
 * "Thirty people were killed when shells hit the camp, blaming the rebels": who killed is who is blamed beside it, who fought in the same
 * words, whose attack on the place was told of or is denied next, or else the enemy of the side that speaks of its dead.
 */
function hurt(work: Work, o: Open): Proposition {
  const p = withOthers(work, o);
  if (p.agent.some((a) => a.entity !== null) || p.polarity === 'negative') return p;
  const victim = sides(work, p.patient)[0] ?? null;
  const fits = (id: string | null | undefined): id is string =>
    id !== null &&
    id !== undefined &&
    work.fight.isSide(id) &&
    (victim === null || !work.fight.together(id, victim));
  const near = lastMade(
    work,
    (m, i) => martial(m) && m.polarity === 'positive' && sameCue(work.open[i]!.statement, o.statement),
  );
  const before = work.made
    .slice(-6)
    .findLast((m) => m !== null && struck(m) && m.agent.some((a) => a.entity !== null) && samePlace(m, p));
  const at = work.made.length;
  const denied = work.open
    .slice(at + 1, at + 4)
    .find((x) => x.proposition.event === 'ASSAULT' && x.proposition.polarity === 'negative')?.proposition;
  const speaker = speaking(work, o);
  const by =
    [
      blamed(work, o),
      ...(near?.agent ?? []).map((a) => a.entity),
      ...(before?.agent ?? []).map((a) => a.entity),
      ...(denied?.agent ?? []).map((a) => a.entity),
      speaker === null ? null : work.fight.opponentOf(speaker),
    ].find(fits) ?? null;
  return by === null ? p : withAgent(work, o, { ...p, agent: [] }, by, 'sentence');
}

function martial(m: Proposition): boolean {
  return m.event === 'ASSAULT' || m.event === 'CASUALTY' || m.event === 'CONTROL';
}

function struck(m: Proposition): boolean {
  return m.event === 'ASSAULT' || m.event === 'CASUALTY';
}

function samePlace(a: Proposition, b: Proposition): boolean {
  const town = (p: Proposition) => p.place?.entity?.split('#')[0];
  return town(a) === town(b);
}

/** The side behind "blaming", "blamed on", or "by … shelling" in the sentence. */
function blamed(work: Work, o: Open): string | null {
  const { tokens } = o.sentence;
  const at = tokens.findIndex((t) => /^(?:blame|accuse)$/.test(t.lemma));
  if (at < 0) return null;
  const named = mentionsWithin(work.draft, tokens[at]!.end, o.sentence.end).find(
    (m) => m.kind === 'actor' && work.fight.isSide(m.entity),
  );
  return named?.entity ?? null;
}

/** "Forty people died and | 19 others | were wounded": others of the same kind. */
function withOthers(work: Work, o: Open): Proposition {
  const p = o.proposition;
  const last = work.made.at(-1);
  if (last?.event !== 'CASUALTY' || last.patient[0] === undefined) return p;
  const same = last.patient[0];
  const patient = p.patient.map((a) =>
    a.entity === null && /\b(?:others?|more)$/iu.test(a.text)
      ? { ...a, entity: same.entity, name: same.name }
      : a,
  );
  return { ...p, patient };
}

function sameCue(a: Statement, b: Statement): boolean {
  return a === b || (a.cue !== null && a.cue.start === b.cue?.start);
}

/** Groups known by nothing but what they are: "soldiers", "fighters". */
const UNNAMED = /^group:(?:soldiers|fighters|troops|forces|men)$/;

/** "Assault units", "its men", "our forces": troops without a name are the speaker's, or those told of before. */
function named(work: Work, o: Open, own?: string | null): Proposition {
  const p = o.proposition;
  const { tokens } = o.sentence;
  const agent = p.agent.map((a) => {
    if ((a.entity !== null && !UNNAMED.test(a.entity)) || a.start === null) return a;
    const at = tokens.findIndex((t) => t.end === a.end);
    const head = at < 0 ? undefined : tokens[chunkAt(tokens, at)?.head ?? at];
    if (head === undefined || !isOfClass(head.lemma, 'force')) return a;
    const id = own === undefined ? (attackerBefore(work, p) ?? speaking(work, o)) : own;
    return id === null
      ? a
      : { ...argOf(work, id, o.sentence.end, 'paragraph'), start: a.start, end: a.end, text: a.text };
  });
  return { ...p, agent };
}

/** The sides among some participants. */
function sides(work: Work, args: readonly Arg[]): string[] {
  return args.flatMap((a) => sideBehind(work, a.entity) ?? []);
}

/** The side that the statement's speaker speaks for, where it is one that fights. */
function speaking(work: Work, o: Open): string | null {
  const { speaker, cue } = o.statement;
  const id = sideBehind(work, o.statement.for) ?? sideBehind(work, speaker) ?? null;
  if (id !== null) return work.fight.opponentOf(id) === null ? null : id;
  if (speaker?.startsWith('person:') !== true || o.statement.for !== null || cue === null) return null;
  // "… the ministry said. “The port is ours,” its spokesman Karim Wali said": for whom the paragraph spoke before.
  const from = paragraphStart(work.draft, o.sentence);
  const before = work.draft.statements.findLast(
    (s) => s.for !== null && s.cue !== null && s.cue.start >= from && s.cue.end <= cue.start,
  );
  const side = sideBehind(work, before?.for ?? null);
  return side === null || work.fight.opponentOf(side) === null ? null : side;
}

/** An entity as a side of the fight: itself, or the state or army that it is an organ of, as a ministry is. */
function sideBehind(work: Work, id: string | null): string | null {
  if (id === null || work.fight.isSide(id)) return id;
  const whole = actorById(id)?.relations.find((r) => r.kind === 'partOf')?.to ?? null;
  return whole !== null && work.fight.isSide(whole) ? whole : null;
}

/** Who was last told to attack or take the same place, or any place. */
function attackerBefore(work: Work, p: Proposition): string | null {
  const fights = (m: Proposition) =>
    (m.event === 'ASSAULT' ||
      (m.event === 'CONTROL' && /^(?:capture|lose|fall|besiege)$/.test(m.mode ?? ''))) &&
    m.polarity === 'positive' &&
    sides(work, m.agent).length > 0;
  const town = (m: Proposition) => m.place?.entity?.split('#')[0];
  const at =
    lastMade(work, (m) => fights(m) && m.event === p.event && town(m) === town(p)) ??
    lastMade(work, (m) => fights(m) && town(m) === town(p));
  return at === null ? null : (sides(work, at.agent)[0] ?? null);
}

/** Whether what is attacked is a place of civilians, "shelled a market": then nobody need stand behind it. */
function hitsCivilians(o: Open): boolean {
  const { tokens } = o.sentence;
  const { frame } = o.sense;
  const hit = [...frame.obj, ...(frame.obl.get('on') ?? []), ...(frame.obl.get('at') ?? [])];
  return hit.some((i) => isOfClass(tokens[chunkAt(tokens, i)?.head ?? i]!.lemma, 'civil-place'));
}

function withAgent(work: Work, o: Open, p: Proposition, id: string, from: Inherited): Proposition {
  const why =
    from === 'speech' ? 'agent: the speaker tells of his own side' : 'agent: who fights, as told before';
  return { ...p, agent: [argOf(work, id, o.sentence.start, from)], why: [...p.why, why] };
}

function withPatient(work: Work, o: Open, p: Proposition, id: string | null): Proposition {
  if (id === null) return p;
  return {
    ...p,
    patient: [argOf(work, id, o.sentence.end, 'paragraph')],
    why: [...p.why, 'patient: the other side of the fight'],
  };
}

/** A participant taken over from where the report last named it. */
function argOf(work: Work, id: string, before: number, from: Inherited): Arg {
  const own = work.named.get(id) ?? [];
  let low = 0;
  let high = own.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (own[middle]!.end <= before) low = middle + 1;
    else high = middle;
  }
  const said = own[low - 1] ?? own[0];
  const name = entityOf(work.draft, id)?.names[0] ?? null;
  return {
    start: said?.start ?? null,
    end: said?.end ?? null,
    text: said?.text ?? name ?? id,
    entity: id,
    name,
    inherited: from,
  };
}
