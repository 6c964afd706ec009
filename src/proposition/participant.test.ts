import { describe, expect, it } from 'vitest';
import type { Claim } from '../model/claim.ts';
import type { Arg } from '../model/slot.ts';
import { read } from '../reading.ts';

const ids = (args: readonly Arg[]) => args.map((a) => a.entity?.replace(/^\w+:/u, '') ?? a.text).join(' + ');

function told(text: string, predicate: string): Claim {
  const claim = read({ text, published: '2023-06-12' }).claims.find((c) =>
    c.predicate.text.includes(predicate),
  );
  if (claim === undefined) throw new Error(`no claim of ${predicate}`);
  return claim;
}

const SIEGE =
  'The Rapid Support Forces have held the town of El Obeid since May, residents said.\n\nThe Sudanese army opened its final assault on the town on Sunday.';

describe('participants that a clause leaves out', () => {
  it.each([
    [
      'of two who agreed, one with the other',
      'Armenia and Azerbaijan agreed on Monday to a truce in Kelbajar. Iran shelled the Kurdish rebels near Kelbajar.',
      'agreed',
      'am + az',
      'az',
    ],
    [
      'an enemy without a name, where the report sets the two against each other',
      'Ethiopian forces took the town of Lalibela from rebels on Monday. The rebels had held it since August, and the rebels mined its roads. Eritrea shelled Ethiopian forces at Badme in May. The Ethiopian army opened another assault on Tuesday.',
      'opened',
      'et-military',
      'fighters',
    ],
    ['the enemy of an assault', SIEGE, 'opened', 'sd-military', 'rsf'],
    [
      'both sides of a battle that goes on',
      `${SIEGE} “The battle continues,” the army said.`,
      'continues',
      'sd-military',
      'rsf',
    ],
    [
      'who took a place in the passive, and from whom',
      `${SIEGE}\n\nThe western districts were retaken overnight, a resident said.`,
      'retaken',
      'sd-military',
      'rsf',
    ],
    [
      'whom a refusal keeps from going',
      'The Houthis said they would not back any deal that lets Yemeni government forces leave Marib.',
      'back',
      'houthis',
      'ye-military',
    ],
    [
      'who turned an offer down to whom',
      'The Israeli army attacked Hamas in Rafah on Monday. Hamas turned the offer down.',
      'turned',
      'hamas',
      'il-military',
    ],
    [
      'who asked for what is agreed to',
      'Tribal elders appealed to the Houthis to let the wounded leave. “The Houthis agreed,” they said.',
      'agreed',
      'houthis',
      'tribal-leaders',
    ],
    [
      'who killed, where one speaker tells of the taking and the dead',
      'The Ukrainian army said it had taken the mill in Bakhmut from Wagner and that 12 Wagner fighters had been killed there.',
      'killed',
      'ua-military',
      'wagner',
    ],
  ])('finds %s', (_, text, predicate, agent, patient) => {
    const claim = told(text, predicate);
    expect([ids(claim.agent), ids(claim.patient)]).toEqual([agent, patient]);
  });

  it('marks what it took over and says why', () => {
    const claim = told(SIEGE, 'opened');
    expect(claim.patient[0]!.inherited).toBe('paragraph');
    expect(claim.why).toContain('patient: the other side of the fight');
  });

  it('takes the people of a market or a school for those hit', () => {
    const claim = told(`${SIEGE} On Monday the army shelled a market in El Obeid.`, 'shelled');
    expect(ids(claim.patient)).toBe('civilians');
  });

  it.each([
    [
      'who is blamed beside it',
      'At least 20 people were killed on Monday when shells hit a market in Kharkiv, the governor said, blaming Russia. Ukraine shot back.',
      'killed',
      'ru',
    ],
    [
      'whose attack is denied next',
      'At least 20 people were killed in a market in Aden on Monday, medics said. The Houthis denied that they had shelled the market. Yemen’s army has held Aden since 2015.',
      'killed',
      'houthis',
    ],
    [
      'whose weapons they were',
      'The Ukrainian army fights on. Russian missiles killed six people in Kharkiv on Monday.',
      'killed',
      'ru',
    ],
    [
      'the enemy of the side that tells of its dead',
      'Hamas fought the Israeli army in Rafah. Three soldiers were killed in Rafah, the Israeli army said.',
      'killed',
      'hamas',
    ],
  ])('finds who killed: %s', (_, text, predicate, agent) => {
    expect(ids(told(text, predicate).agent)).toBe(agent);
  });

  it('makes the enemy of whoever repels an attack the attacker', () => {
    const claim = told(`${SIEGE} On Monday the army repelled an attack on the town.`, 'repelled');
    expect([ids(claim.agent), ids(claim.patient)]).toEqual(['rsf', 'sd-military']);
  });

  it('reads what somebody is charged with as told by who charges him', () => {
    const claim = told(
      'The Ukrainian army accused Russian forces of shelling a clinic in Kharkiv.',
      'shelling',
    );
    expect([ids(claim.agent), ids(claim.patient)]).toEqual(['ru-military', 'civilians']);
  });

  it('knows both sides, and both in a clash', () => {
    expect(
      ids(told(`${SIEGE} Both sides will leave the town.`, 'leave').agent)
        .split(' + ')
        .sort(),
    ).toEqual(['rsf', 'sd-military']);
    expect(
      ids(
        told(
          `The Sudanese army and the Rapid Support Forces each hold half of El Obeid. Residents reported clashes in the east of the town.`,
          'clashes',
        ).agent,
      ).split(' + '),
    ).toHaveLength(2);
  });

  it('takes an offer rejected for a refusal of the other side', () => {
    const claim = told(`${SIEGE} The army rejected a proposal to withdraw from the town.`, 'rejected');
    expect([claim.event, ids(claim.agent), ids(claim.patient)]).toEqual(['REJECT', 'sd-military', 'rsf']);
  });

  it('takes nobody in particular for the people of the place, and a convoy for its owner’s', () => {
    expect(told(`${SIEGE} Nobody had been allowed to leave the town, residents said.`, 'leave').event).toBe(
      'FLEE',
    );
    const aid = told('A convoy of the Red Cross reached Kharkiv on Tuesday.', 'reached');
    expect([aid.event, ids(aid.agent)]).toEqual(['AID', 'icrc']);
  });

  it('gives a toll behind a comma a statement of its own', () => {
    const { statements } = read({
      text: 'The Houthis said that Saudi warplanes had bombed the town of Harib, killing seven people.',
    });
    expect(statements.map((s) => s.content[0]!.text)).toContain('killing seven people');
  });

  it('makes no enemy of an ally or a part', () => {
    expect(
      told('The SDF and the YPG met in Kobani. On Monday the YPG attacked a post near the town.', 'attacked')
        .patient,
    ).toEqual([]);
  });
});
