import { describe, expect, it } from 'vitest';
import { ownReports, scoreControl, scoreDeal } from './deals.ts';

/** What was found, wanted and right of every part, over some reports. */
function counted(file: 'deals' | 'control', known: boolean) {
  const parts = ['agreements', 'parties', 'guarantors', 'excluded', 'terms', 'statuses', 'rows'];
  const counts = Object.fromEntries(parts.map((part) => [part, { found: 0, wanted: 0, right: 0 }]));
  const score = file === 'deals' ? scoreDeal : scoreControl;
  const wrong = ownReports(file)
    .filter((report) => report.known === known)
    .filter((report) => !score(report, counts))
    .map(({ text }) => text);
  return { counts, wrong };
}

const f1 = ({ found, wanted, right }: { found: number; wanted: number; right: number }) =>
  (200 * right) / Math.max(1, found + wanted);

describe('own reports of agreements', () => {
  it('are read by part, those at hand and those not', () => {
    const { counts } = counted('deals', true);
    for (const part of ['agreements', 'parties', 'guarantors', 'excluded', 'terms', 'statuses'])
      expect(f1(counts[part]!), part).toBeGreaterThan(90);
  });

  it('and those that were not, and rows of control, are read in most parts', () => {
    const { counts } = counted('deals', false);
    for (const part of ['agreements', 'parties', 'terms', 'statuses'])
      expect(f1(counts[part]!), part).toBeGreaterThan(70);
    expect(f1(counted('control', true).counts.rows!)).toBeGreaterThan(60);
  });

  it('say each what is to be found', () => {
    const reports = [...ownReports('deals'), ...ownReports('control')];
    expect(reports.length).toBeGreaterThan(90);
    expect(new Set(reports.map(({ text }) => text)).size).toBe(reports.length);
  });
});
