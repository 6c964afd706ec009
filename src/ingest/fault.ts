import type { ZodError } from 'zod';

/** The first faults a schema found, each with its field, in one line. */
export function faultsOf(error: ZodError): string {
  const faults = error.issues.slice(0, 3).map(({ path, message }) => {
    const field = path.map(String).join('.');
    return field === '' ? message : `${field}: ${message}`;
  });
  const more = error.issues.length - faults.length;
  return more > 0 ? `${faults.join('; ')}; and ${more} more` : faults.join('; ');
}
