import { expect, it } from 'vitest';
import { tallyLine, tallyReport } from './tally.ts';

const file = (status: string, ...statuses: readonly string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: statuses.map((each, i) => ({ fullName: `case ${i}`, status: each })),
});

it('counts tests, and notes what was skipped', () => {
  const tally = tallyReport({ success: true, testResults: [file('passed', 'passed', 'pending', 'passed')] });
  expect(tally).toEqual({ passed: 2, failed: 0, notes: ['skipped: case 1'] });
});

it('counts a file that could not be loaded as one failure', () => {
  const tally = tallyReport({
    success: false,
    testResults: [file('failed'), file('failed', 'failed', 'passed')],
  });
  expect(tally).toEqual({ passed: 1, failed: 2, notes: ['failed to run: a.test.ts'] });
});

it('counts an error outside of any test', () => {
  expect(tallyReport({ success: false, testResults: [file('passed', 'passed')] })).toMatchObject({
    passed: 1,
    failed: 1,
  });
});

it('sums up in one line', () => {
  expect(tallyLine([])).toBe('0 passed, 0 failed');
  expect(
    tallyLine([
      { passed: 3, failed: 1, notes: [] },
      { passed: 1, failed: 0, notes: [] },
    ]),
  ).toBe('4 passed, 1 failed');
});
