import { EdgeError } from '../contract/error.ts';

/** Where GeoNames keeps its country files. */
export const GEONAMES = 'https://download.geonames.org/export/dump';

/** Bytes of a country file that are taken at most, packed; the largest country has some 80 MB. */
const MOST_BYTES = 200e6;
/** Milliseconds a download may take, and may stand still. */
const LONGEST = 15 * 60_000;
const STILL = 30_000;

/** Told how far a download is; `total` is null where the server does not say. */
export type Fetched = (bytes: number, total: number | null) => void;

/**
 * Fetches a country's archive from a dump. Over HTTPS only, save from this machine itself; without following redirects; within limits of
 * size and time. Nothing is kept of a download that fails: it is begun anew. Throws an EdgeError `fetch-failed` or `too-big`.
 */
export async function fetchCountry(dump: string, country: string, told: Fetched = () => {}): Promise<Buffer> {
  const url = addressOf(dump, country);
  const abort = new AbortController();
  const whole = setTimeout(
    () => abort.abort(new Error(`it took longer than ${LONGEST / 60_000} minutes`)),
    LONGEST,
  );
  let still = setTimeout(stop, STILL);
  function stop(): void {
    abort.abort(new Error(`nothing came for ${STILL / 1000} seconds`));
  }
  try {
    const response = await fetch(url, { redirect: 'manual', signal: abort.signal });
    if (response.status !== 200 || response.body === null)
      throw failed(
        url,
        response.status === 404
          ? 'the server has no file of this country'
          : `the server answered ${response.status}`,
      );
    const length = Number(response.headers.get('content-length') ?? Number.NaN);
    const total =
      Number.isFinite(length) && response.headers.get('content-encoding') === null ? length : null;
    if (total !== null && total > MOST_BYTES) throw tooBig(url);
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      clearTimeout(still);
      still = setTimeout(stop, STILL);
      bytes += chunk.length;
      if (bytes > MOST_BYTES) throw tooBig(url);
      chunks.push(chunk);
      told(bytes, total);
    }
    if (total !== null && bytes !== total) throw failed(url, `only ${bytes} of ${total} bytes came`);
    return Buffer.concat(chunks);
  } catch (cause) {
    if (cause instanceof EdgeError) throw cause;
    throw failed(url, reasonOf(abort.signal.aborted ? abort.signal.reason : cause), cause);
  } finally {
    clearTimeout(whole);
    clearTimeout(still);
    abort.abort();
  }
}

function addressOf(dump: string, country: string): URL {
  const base = URL.parse(dump.endsWith('/') ? dump : `${dump}/`);
  const local = base !== null && /^(?:127\.0\.0\.1|\[::1\]|localhost)$/.test(base.hostname);
  if (base === null || !(base.protocol === 'https:' || (base.protocol === 'http:' && local)))
    throw new EdgeError('usage', `${JSON.stringify(dump)} is no https address of a GeoNames dump.`);
  return new URL(`${country}.zip`, base);
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause instanceof Error ? `: ${cause.cause.message}` : '';
  return `${cause.message}${inner}`;
}

function failed(url: URL, why: string, cause?: unknown): EdgeError {
  return new EdgeError(
    'fetch-failed',
    `${url.href} could not be fetched: ${why}. Try again, or take the file by other means and give it with --file.`,
    { cause },
  );
}

function tooBig(url: URL): EdgeError {
  return new EdgeError('too-big', `${url.href} is larger than ${MOST_BYTES / 1e6} MB.`);
}
