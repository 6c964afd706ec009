import type { Kin } from '../link/kin.ts';
import type { Testimony } from '../link/testimony.ts';
import type { EventType } from '../model/claim.ts';
import type { Dimension } from '../model/dispute.ts';
import type { Arg } from '../model/slot.ts';
import { familyOf } from './comparable.ts';
import type { Ask } from './conflict.ts';
import { sayCount } from './count.ts';
import { type Verb, verb, verbOf } from './verb.ts';

/** The ordinary verb of an event type where the report's own is unknown. */
const PLAIN: Partial<Record<EventType, string>> = {
  RETREAT: 'leave',
  FLEE: 'flee',
  ASSAULT: 'attack',
  CASUALTY: 'kill',
  DETAIN: 'detain',
  COERCE: 'force',
  CONTROL: 'hold',
};

/** What an event type is called where no verb fits: "Was there … by …?" */
const NOUNS: Record<EventType, string> = {
  AGREE: 'an agreement',
  CONSULT: 'talks',
  SUPPORT: 'support',
  CONCEDE: 'a concession',
  COOPERATE: 'cooperation',
  AID: 'aid',
  RETREAT: 'a withdrawal',
  REQUEST: 'a request',
  ACCUSE: 'an accusation',
  REJECT: 'a rejection',
  THREATEN: 'a threat',
  PROTEST: 'a protest',
  SANCTION: 'a sanction',
  MOBILIZE: 'a deployment',
  COERCE: 'coercion',
  ASSAULT: 'an attack',
  FLEE: 'a flight',
  CONTROL: 'control',
  DETAIN: 'a detention',
  CASUALTY: 'a loss of life',
};

const FINITE: Partial<Record<EventType, string>> = {
  AID: 'give aid to',
  REQUEST: 'appeal to',
  ACCUSE: 'accuse',
  REJECT: 'reject',
  THREATEN: 'threaten',
  SUPPORT: 'support',
  SANCTION: 'punish',
  CONCEDE: 'yield to',
  COOPERATE: 'work with',
};

/** A dispute's question in plain words, from the slots of the claim that affirms most: "Did foreign fighters leave Raqqa?" */
export function askQuestion(ask: Ask, kind: Dimension, lead: Testimony, kin: Kin): string {
  const place = placeName(lead, kin) ?? 'the place';
  switch (ask) {
    case 'whether':
      return lead.footing === 'plan' ? askPlan(lead, kin) : askWhether(kind, lead, kin);
    case 'number':
      return `Is the number right: ${sayCount(lead.claim.quantity!)} ${lead.claim.quantity!.of ?? 'people'}?`;
    case 'count':
      return askCount(lead, kin);
    case 'excess':
      return `How many ${lead.claim.quantity?.of ?? 'people'} were in ${place} before the exit?`;
    case 'share':
      return `How much of ${place} was held${by(lead, kin)}?`;
    case 'holder':
      return `Who held ${place}?`;
    case 'title':
      return `Who rightfully holds ${place}?`;
    case 'doer':
      return askDoer(lead, kin);
  }
}

function by(lead: Testimony, kin: Kin): string {
  const holder = names(lead.claim.agent, lead.agent, kin);
  return holder ? ` by ${holder}` : '';
}

function askWhether(kind: Dimension, lead: Testimony, kin: Kin): string {
  const { event } = lead.claim;
  const [agent, patient] = [
    names(lead.claim.agent, lead.agent, kin),
    names(lead.claim.patient, lead.patient, kin),
  ];
  if (familyOf(event) === 'TALKS') {
    const about = patient ? ` with ${patient}` : '';
    if (agent && kind === 'polarity') {
      return event === 'AGREE'
        ? `Did ${agent} agree to a deal${about}${inPlace(lead, kin)}?`
        : `Did ${agent} hold talks${about}${inPlace(lead, kin)}?`;
    }
    return agent
      ? `Did ${agent} take part in the talks or the deal${about}${inPlace(lead, kin)}?`
      : `Was there a deal${about}${inPlace(lead, kin)}?`;
  }
  const known = knownVerb(lead);
  if (!known) {
    const finite = FINITE[event];
    if (finite && agent && patient) return `Did ${agent} ${finite} ${patient}${inPlace(lead, kin)}?`;
    return `Was there ${NOUNS[event]}${agent ? ` by ${agent}` : ''}${inPlace(lead, kin)}?`;
  }
  if (!agent)
    return patient ? `Were ${patient} ${known.participle}${inPlace(lead, kin)}?` : wasThere(lead, kin);
  const object = known.object && patient ? ` ${patient}` : '';
  return `Did ${agent} ${known.lemma}${object}${placePhrase(known, lead, kin)}?`;
}

function wasThere(lead: Testimony, kin: Kin): string {
  return `Was there ${NOUNS[lead.claim.event]}${inPlace(lead, kin)}?`;
}

function askPlan(lead: Testimony, kin: Kin): string {
  const agent = names(lead.claim.agent, lead.agent, kin) ?? names(lead.claim.patient, lead.patient, kin);
  const known = knownVerb(lead);
  if (!agent || !known) return `Was ${NOUNS[lead.claim.event]} planned${inPlace(lead, kin)}?`;
  return `Were ${agent} meant to ${known.lemma}${placePhrase(known, lead, kin)}?`;
}

function askCount(lead: Testimony, kin: Kin): string {
  const of = (lead.claim.quantity?.of ?? 'people').replace(COUNTED_AS, '');
  const known = knownVerb(lead);
  if (lead.claim.event === 'CONTROL') return `How many ${of} were in ${placeName(lead, kin) ?? 'the place'}?`;
  if (!known) return `How many ${of} were counted${inPlace(lead, kin)}?`;
  if (known.object) return `How many ${of} were ${known.participle}${inPlace(lead, kin)}?`;
  return `How many ${of} ${past(known)}${placePhrase(known, lead, kin)}?`;
}

/** What the verb says again: "22 fighters killed" were killed. */
const COUNTED_AS = / (?:killed|dead|wounded|injured|detained|arrested|captured)$/;

function past(known: Verb): string {
  return known.participle === 'gone'
    ? 'went'
    : known.participle === 'withdrawn'
      ? 'withdrew'
      : known.participle;
}

function askDoer(lead: Testimony, kin: Kin): string {
  const patient = names(lead.claim.patient, lead.patient, kin);
  const known = knownVerb(lead);
  if (!known) return `Who was responsible for ${NOUNS[lead.claim.event]}${inPlace(lead, kin)}?`;
  return `Who ${past(known)}${patient ? ` ${patient}` : ''}${inPlace(lead, kin)}?`;
}

function knownVerb(lead: Testimony): Verb | null {
  if (lead.claim.event === 'CASUALTY') return verb(lead.manner === 'wounded' ? 'wound' : 'kill');
  if (lead.manner === 'surrender') return verb('surrender');
  const plain = PLAIN[lead.claim.event];
  return plain ? (verbOf(lead.claim.event, lead.claim.predicate.text) ?? verb(plain)) : null;
}

function placePhrase(known: Verb, lead: Testimony, kin: Kin): string {
  const place = placeName(lead, kin);
  if (!place) return '';
  return known.place === '' ? ` ${place}` : ` ${known.place} ${place}`;
}

function inPlace(lead: Testimony, kin: Kin): string {
  const place = placeName(lead, kin);
  return place ? ` in ${place}` : '';
}

function placeName(lead: Testimony, kin: Kin): string | null {
  if (!lead.claim.place) return null;
  const name = (lead.place && kin.entity(lead.place)?.names[0]) ?? lead.claim.place.name;
  return name ?? lead.claim.place.text;
}

/** The participants as a phrase: names with their article, at most three. */
function names(args: readonly Arg[], ids: readonly string[], kin: Kin): string | null {
  const entities = ids.map((id) => kin.entity(id));
  const words = entities.every((entity) => entity !== null)
    ? entities.map((entity) => withArticle(entity.names[0] ?? entity.id, entity.kind))
    : args.map((arg) => arg.name ?? arg.text);
  const shown = [...new Set(words)].slice(0, 3);
  if (shown.length === 0) return null;
  return shown.length === 1 ? shown[0]! : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

const BODY =
  /\b(?:Forces?|Council|Coalition|Army|Observatory|Agency|Ministry|Government|Movement|Front|Party|Union|States|Nations|Brigades?|Command|Committee|Authority|Organi[sz]ation|coalition|government|army|council|elders|sheikhs)$/;

function withArticle(name: string, kind: string): string {
  return kind === 'actor' && BODY.test(name) && !/^the\b/i.test(name) && /\s/.test(name)
    ? `the ${name}`
    : name;
}
