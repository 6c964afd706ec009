/**
 * Every trouble at the edge (a file, a line, a request, the ledger), with the HTTP status and the exit code it maps to.
 * docs/errors.md explains each.
 */
const ERRORS = {
  usage: { status: 400, exitCode: 2 },
  'no-such-file': { status: 404, exitCode: 3 },
  'not-a-file': { status: 400, exitCode: 3 },
  unreadable: { status: 403, exitCode: 3 },
  empty: { status: 400, exitCode: 3 },
  binary: { status: 415, exitCode: 3 },
  'not-utf8': { status: 415, exitCode: 3 },
  'too-big': { status: 413, exitCode: 3 },
  'bad-json': { status: 400, exitCode: 3 },
  'bad-document': { status: 400, exitCode: 3 },
  'bad-manifest': { status: 400, exitCode: 3 },
  'bad-actors': { status: 400, exitCode: 3 },
  'outside-folder': { status: 403, exitCode: 3 },
  'id-taken': { status: 409, exitCode: 3 },
  'bad-gazetteer': { status: 400, exitCode: 3 },
  'fetch-failed': { status: 502, exitCode: 3 },
  'reading-failed': { status: 500, exitCode: 3 },
  'no-ledger': { status: 404, exitCode: 4 },
  'ledger-newer': { status: 503, exitCode: 4 },
  'ledger-broken': { status: 503, exitCode: 4 },
  'ledger-busy': { status: 503, exitCode: 4 },
  'not-found': { status: 404, exitCode: 5 },
  ambiguous: { status: 409, exitCode: 5 },
  'port-taken': { status: 409, exitCode: 6 },
} as const;

/** Kebab-case name of a trouble at the edge. */
export type ErrorCode = keyof typeof ERRORS;

/** All error codes, so that the docs can be checked against them. */
export const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[];

/** What is wrong with one field, by its path ("memberOf.0.to"). */
interface Field {
  readonly path: string;
  readonly message: string;
}

/** Trouble at the edge: the message says what was wrong, where, and what to do. */
export class EdgeError extends Error {
  override readonly name = 'EdgeError';
  readonly code: ErrorCode;
  /** HTTP status. */
  readonly status: number;
  /** Exit code of the command line. */
  readonly exitCode: number;

  /** The fields of the input that it is about, where it is about some. */
  readonly fields: readonly Field[];

  constructor(code: ErrorCode, message: string, options: ErrorOptions & { fields?: readonly Field[] } = {}) {
    super(message, options);
    this.fields = options.fields ?? [];
    this.code = code;
    this.status = ERRORS[code].status;
    this.exitCode = ERRORS[code].exitCode;
  }
}

/** The error for a document on which the engine failed. */
export function readingFailed(document: string, cause: unknown): EdgeError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const message = `Document ${document} could not be read (${why}); this is a fault in the program, please report it.`;
  return new EdgeError('reading-failed', message, { cause });
}
