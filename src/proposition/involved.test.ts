import { describe, expect, it } from 'vitest';
import { read } from '../reading.ts';

const REPORT = `MONTE VERDE, 12 MAR 90 (ANP) -- [TEXT] GUERRILLAS OF THE REVOLUTIONARY FRONT OF THE SOUTH [FRS] TODAY KIDNAPPED BUSINESSMAN RAMIRO QUESADA LUNA WHEN HE WAS LEAVING HIS OFFICE IN THE CAPITAL.

POLICE SOURCES REPORTED THAT A CAR BOMB EXPLODED LAST NIGHT IN FRONT OF THE NATIONAL BANK BUILDING.  UNIDENTIFIED INDIVIDUALS THREW A STICK OF DYNAMITE AT THE BUILDING BEFORE THE EXPLOSION.`;

describe('who is involved', () => {
  it('names perpetrators, organisations, targets, victims and weapons of a report of violence', () => {
    const { involved } = read({ text: REPORT });
    const of = (role: string) => involved.filter((i) => i.role === role).map((i) => i.text.toLowerCase());
    expect(of('victim')).toContain('ramiro quesada luna');
    expect(of('weapon')).toContain('dynamite');
    expect(of('perpetrator').length).toBeGreaterThan(0);
    for (const { start, end, text, mentions } of involved) {
      expect(REPORT.slice(start, end)).toBe(text);
      expect(mentions.length).toBeGreaterThan(0);
    }
  });

  it('ties them to the claims in which they take part', () => {
    const reading = read({ text: REPORT });
    const victim = reading.involved.find((i) => i.role === 'victim')!;
    const claims = reading.claims.filter((c) => victim.claims.includes(c.id));
    expect(claims.map((c) => c.event)).toContain('DETAIN');
  });

  it('names nobody in a report without violence', () => {
    const text =
      'The ministry opened a new library in the harbour town on Monday. The mayor thanked the builders, and a choir sang.';
    expect(read({ text }).involved).toEqual([]);
    expect(read({ text: '' }).involved).toEqual([]);
  });
});
