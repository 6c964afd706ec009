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

  it('sets nobody behind a market or a school', () => {
    expect(told(`${SIEGE} On Monday the army shelled a market in El Obeid.`, 'shelled').patient).toEqual([]);
  });

  it('makes no enemy of an ally or a part', () => {
    expect(
      told('The SDF and the YPG met in Kobani. On Monday the YPG attacked a post near the town.', 'attacked')
        .patient,
    ).toEqual([]);
  });
});
