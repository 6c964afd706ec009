import { describe, expect, it } from 'vitest';
import { read } from '../reading.ts';
import { naturalCase } from './recase.ts';

const WIRE =
  'PORT VELA (SORANIA), 4 FEB 90 (VNA) -- [TEXT] FIGHTERS OF THE VALLEY LIBERATION FRONT [VLF] KIDNAPPED THE MAYOR OF PORT VELA, TOMAS QUIROL, ON 2 FEBRUARY.  COL QUIRINO SAID THE VLF BURNED TWO BUSES.';

describe('text in capitals', () => {
  it('is read in natural case, letter for letter', () => {
    const natural = naturalCase(WIRE);
    expect(natural).toHaveLength(WIRE.length);
    expect(natural.toUpperCase().replace(/\s+/g, ' ')).toBe(
      WIRE.replace('[TEXT]', '').replace('[VLF]', '(VLF)').replace(/\s+/g, ' '),
    );
    expect(natural).toContain(
      'Fighters of the Valley Liberation Front (VLF) kidnapped the mayor of Port Vela',
    );
    expect(natural).toContain('the VLF burned two buses.');
    expect(natural).toMatch(/^PORT VELA \(SORANIA\), 4 FEB 90 \(VNA\) -- /);
  });

  it('leaves ordinary text and lone acronyms alone', () => {
    const text = 'The NRC said so.\n\nNATO\n\nThe BBC and the UN and the ICRC agreed.';
    expect(naturalCase(text)).toBe(text);
  });

  it('writes a headline as the report does', () => {
    const text = 'ARMY OF SUR TAKES THE DAM AT BRACKEN\n\nThe army of Sur said it took the dam at Bracken.';
    expect(naturalCase(text)).toMatch(/^Army of Sur takes the dam at Bracken\n/);
  });

  it('keeps the exact words in every span', () => {
    const reading = read({ text: WIRE });
    const spans: { start: number; end: number; text: string }[] = [];
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const span = value as { start?: unknown; end?: unknown; text?: unknown };
      if (typeof span.start === 'number' && typeof span.text === 'string')
        spans.push(span as (typeof spans)[0]);
      for (const part of Object.values(value)) collect(part);
    };
    collect(reading);
    expect(spans.length).toBeGreaterThan(8);
    for (const { start, end, text } of spans) expect(WIRE.slice(start, end)).toBe(text);
    expect(reading.entities.some((e) => e.names.includes('Valley Liberation Front'))).toBe(true);
    expect(reading.claims.map((c) => c.event)).toContain('DETAIN');
  });
});
