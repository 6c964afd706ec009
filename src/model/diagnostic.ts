import type { Span } from './span.ts';

/** Trouble in a text is data, never an exception. */
export interface Diagnostic {
  /** Kebab-case, listed in docs/diagnostics.md. */
  readonly code: string;
  /** The stage that met it. */
  readonly stage: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly span: Span | null;
  readonly message: string;
}
