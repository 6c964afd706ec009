import { describe, expect, it } from 'vitest';
import { read } from '../reading.ts';
import { dayOf } from './dated.ts';

describe('the day of a dateline', () => {
  it('is read day first and month first, with years of two digits', () => {
    expect(dayOf('PORT VELA, 4 FEB 90 (VNA) --')).toBe('1990-02-04');
    expect(dayOf('ORAVA, March 3, 2011 (Wire) -')).toBe('2011-03-03');
    expect(dayOf('ORAVA, 30 Feb 2011 -')).toBeNull();
    expect(dayOf('ORAVA, Oct 15 (Wire) -')).toBeNull();
  });

  it('lets relative times be told where no date of publication was given', () => {
    const text = 'PORT VELA, 4 FEB 90 (VNA) -- REBELS KILLED TWO GUARDS YESTERDAY IN PORT VELA.';
    const reading = read({ text });
    const time = reading.mentions.find((m) => m.kind === 'time' && m.text === 'YESTERDAY');
    expect(time).toMatchObject({ from: '1990-02-03', to: '1990-02-03' });
    expect(reading.diagnostics.map((d) => d.code)).not.toContain('no-published-date');
    expect(read({ text, published: '1991-01-02' }).claims[0]?.time?.from).toBe('1991-01-01');
  });
});
