/** Counts of what ran; `notes` are lines worth reading about what did not. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly notes: readonly string[];
}

/** The part of vitest's JSON report that a tally needs. */
export interface VitestReport {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Counts every test once; a file that failed to load counts as one failure, a skipped test is noted and not counted. */
export function tallyReport(report: VitestReport): Tally {
  let passed = 0;
  let failed = 0;
  const notes: string[] = [];
  for (const file of report.testResults) {
    const before = failed;
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') passed += 1;
      else if (status === 'failed') failed += 1;
      else notes.push(`skipped: ${fullName}`);
    }
    if (file.status === 'failed' && failed === before) {
      failed += 1;
      notes.push(`failed to run: ${file.name}`);
    }
  }
  if (!report.success && failed === 0) {
    failed += 1;
    notes.push('vitest failed outside of any test, see above');
  }
  return { passed, failed, notes };
}

/** The one line that ends a run. */
export function tallyLine(tallies: readonly Tally[]): string {
  const sum = (field: 'passed' | 'failed') => tallies.reduce((total, tally) => total + tally[field], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
