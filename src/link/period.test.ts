import { describe, expect, it } from 'vitest';
import { dayOf, isoOf, lies, overlaps, type Period, sayPeriod, share } from './period.ts';

const days = (from: string | null, to: string | null): Period => ({ from: dayOf(from), to: dayOf(to) });
const week = days('2017-10-12', '2017-10-18');
const weekend = days('2017-10-14', '2017-10-15');

describe('periods', () => {
  it('reads and writes ISO dates, also of date-times, and nothing else', () => {
    expect(isoOf(dayOf('2017-10-14T21:30:00Z'))).toBe('2017-10-14');
    expect([dayOf('October'), dayOf(null), isoOf(null)]).toEqual([null, null, null]);
  });

  it('takes an open end as far as needed', () => {
    expect(overlaps(week, days(null, '2017-10-12'))).toBe(true);
    expect(overlaps(week, days('2017-10-19', null))).toBe(false);
    expect([lies(weekend, week), lies(week, weekend), lies(days('2017-10-14', null), week)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('measures what is shared of the longer', () => {
    expect(share(week, weekend)).toBeCloseTo(2 / 7);
    expect(share(days(null, null), week)).toBe(1);
  });

  it.each([
    [week, '12 to 18 October 2017'],
    [days('2017-10-14', '2017-10-14'), '14 October 2017'],
    [days('2017-10-30', '2017-11-02'), '30 October to 2 November 2017'],
    [days(null, '2017-10-14'), 'until 14 October 2017'],
    [days(null, null), 'an unknown time'],
  ])('says it plainly', (period, words) => {
    expect(sayPeriod(period)).toBe(words);
  });
});
