const SHAPE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60)(?:\.\d{1,9})?)?([Zz]|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/;

/**
 * A date (YYYY-MM-DD) or date-time as the ledger writes it, or null when the string is none. A date-time without
 * an offset is taken as UTC; a blank between date and time becomes "T", +0300 becomes +03:00.
 */
export function normalDate(value: string): string | null {
  const match = SHAPE.exec(value.trim());
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const days = new Date(Date.UTC(2000, month, 0)).getUTCDate();
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month < 1 || month > 12 || day < 1 || day > (month === 2 && !leap ? 28 : days)) return null;
  const date = match[0].slice(0, 10);
  if (match[4] === undefined) return date;
  const time = match[0]
    .slice(11)
    .toUpperCase()
    .replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  return `${date}T${match[7] === undefined ? `${time}Z` : time}`;
}
