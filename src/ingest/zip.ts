import { constants, crc32, inflateRawSync } from 'node:zlib';
import { EdgeError } from '../contract/error.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

function bad(why: string): EdgeError {
  return new EdgeError(
    'bad-gazetteer',
    `The file is no zip archive that can be read: ${why}. Take it again.`,
  );
}

/**
 * One file of a zip archive, unpacked. Every length is checked against the bytes that are there, the checksum against what comes out, and
 * nothing larger than `limit` is ever unpacked, whatever the archive says. Throws an EdgeError `bad-gazetteer` or `too-big`.
 */
export function unzip(archive: Buffer, name: string, limit: number): Buffer {
  const { count, at: first } = directory(archive);
  let at = first;
  for (let i = 0; i < count; i++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== ENTRY)
      throw bad('its list of files is broken');
    const lengths = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const end = at + 46 + lengths[0] + lengths[1] + lengths[2];
    if (end > archive.length) throw bad('its list of files is cut short');
    if (archive.toString('utf8', at + 46, at + 46 + lengths[0]) === name)
      return inflate(archive, at, name, limit);
    at = end;
  }
  throw bad(`there is no ${name} in it`);
}

/** The record at the end of the archive, behind which only a comment may stand. */
function directory(archive: Buffer): { count: number; at: number } {
  for (let at = archive.length - 22; at >= Math.max(0, archive.length - 22 - 0xffff); at--) {
    if (archive.readUInt32LE(at) !== END) continue;
    const count = archive.readUInt16LE(at + 10);
    const start = archive.readUInt32LE(at + 16);
    if (start > at || count === 0xffff) throw bad('its list of files lies outside it');
    return { count, at: start };
  }
  throw bad('its end is missing');
}

function inflate(archive: Buffer, entry: number, name: string, limit: number): Buffer {
  const flags = archive.readUInt16LE(entry + 8);
  const method = archive.readUInt16LE(entry + 10);
  const checksum = archive.readUInt32LE(entry + 16);
  const packed = archive.readUInt32LE(entry + 20);
  const size = archive.readUInt32LE(entry + 24);
  const local = archive.readUInt32LE(entry + 42);
  if (flags & 1) throw bad(`${name} is encrypted`);
  if (method !== 0 && method !== 8) throw bad(`${name} is packed in a way it does not know (${method})`);
  if (size > limit) throw tooBig(name, limit);
  if (local + 30 > archive.length || archive.readUInt32LE(local) !== LOCAL)
    throw bad(`${name} is not where it says`);
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  if (from + packed > archive.length) throw bad(`${name} is cut short`);
  const bytes = archive.subarray(from, from + packed);
  const out = method === 0 ? Buffer.from(bytes) : inflated(bytes, name, Math.min(size, limit));
  if (out.length !== size || crc32(out) !== checksum) throw bad(`${name} is damaged`);
  return out;
}

function inflated(bytes: Buffer, name: string, limit: number): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, limit), finishFlush: constants.Z_FINISH });
  } catch {
    throw bad(`${name} is damaged, or larger than it says`);
  }
}

function tooBig(name: string, limit: number): EdgeError {
  return new EdgeError('too-big', `${name} is larger than ${Math.round(limit / 1e6)} MB when unpacked.`);
}
