import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/contract/version.ts';
import type { EventType, Modality, Polarity } from '../../src/model/claim.ts';
import type { Document } from '../../src/model/document.ts';
import type { Operator } from '../../src/model/quantity.ts';
import type { Stance, StatementMode } from '../../src/model/statement.ts';
import type { GoldDossier } from './dossier-gold.ts';

/*
 * Dossiers of our own prose, marked in the text itself (train/dossiers/*.txt). A file begins with its cast, then come the documents:
 *
 *   actor rsf armed-group | RSF | Rapid Support Forces
 *   place fasher 13.63 25.35 | El Fasher
 *   doc 01 2025-08-14T09:00:00Z | Nile Courier | Army denies hitting camp
 *   The [s1 RSF] [c1 denied] [x1 it had shelled the camp] [x2 …].
 *   =1 rsf indirect denies | not ASSAULT rsf > civilians @fasher 2025-08-12
 *
 * s, c and x mark the source, the cue and the content of the statement with that number in its document; marks may nest and content
 * may come in pieces. A line "=N SPEAKER[/ORGANISATION] MODE STANCE" ("own" for the document's voice) says what the statement is, and
 * behind each "|" stands a claim: `[not] EVENT AGENT > PATIENT @PLACE FROM[..TO] [#OP MIN..MAX OF] [~MODALITY]`, "-" for nothing there.
 */

interface Mark {
  readonly kind: string;
  readonly at: [number, number];
}

/** All marked dossiers of the project, by name. */
export function ownDossiers(): { readonly name: string; readonly gold: GoldDossier }[] {
  const folder = join(packageRoot(), 'train', 'dossiers');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -4),
      gold: markedDossier(readFileSync(join(folder, file), 'utf8')),
    }));
}

/** Reads a marked dossier; throws a RangeError that names the line it cannot read. */
export function markedDossier(source: string): GoldDossier {
  const actors: GoldDossier['actors'][number][] = [];
  const places: GoldDossier['places'][number][] = [];
  const documents: Document[] = [];
  const statements: GoldDossier['statements'][number][] = [];
  const claims: GoldDossier['claims'][number][] = [];
  const parts = source.split(/^(?=doc )/mu);
  const cast = source.startsWith('doc ') ? '' : parts.shift()!;
  for (const line of cast.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [head = '', ...names] = fields(line);
    const [what, id = '', ...rest] = head.split(' ');
    if (what === 'actor') actors.push({ id, names, kind: rest[0] ?? '', memberOf: [], alliedWith: [] });
    else if (what === 'place') places.push({ id, names, lat: Number(rest[0]), lon: Number(rest[1]) });
    else throw new RangeError(`neither actor nor place: ${line}`);
  }
  for (const part of parts) {
    const [first = '', ...lines] = part.split('\n');
    const [head = '', publisher = '', title = ''] = fields(first);
    const [, id = '', published = ''] = head.split(' ');
    const { text, marks } = unmarked(
      lines
        .filter((line) => !line.startsWith('='))
        .join('\n')
        .trim(),
    );
    const whole = `${title}\n\n${text}\n`;
    const shift = title.length + 2;
    documents.push({
      id,
      text: whole,
      title,
      publisher,
      published,
      updated: null,
      url: null,
      language: 'en',
      sha256: createHash('sha256').update(whole).digest('hex'),
    });
    for (const line of lines.filter((each) => each.startsWith('='))) {
      const [told = '', ...claimed] = fields(line);
      const [number = '', who = '', mode = '', stance = ''] = told.slice(1).split(' ');
      const [speaker = '', organisation] = who.split('/');
      const spans = (kind: string) =>
        (marks.get(number) ?? [])
          .filter((m) => m.kind === kind)
          .map((m): [number, number] => [m.at[0] + shift, m.at[1] + shift]);
      const contentAt = spans('x');
      if (contentAt.length === 0 || stance === '') throw new RangeError(`${id}: no such statement: ${line}`);
      const own = speaker === 'own';
      const statement = `${id}/${number}`;
      const [speakerAt, cueAt] = [spans('s')[0] ?? null, spans('c')[0] ?? null];
      statements.push({
        id: statement,
        doc: id,
        speaker: speakerAt && whole.slice(...speakerAt),
        speakerAt,
        speakerActor: own ? null : speaker,
        cue: cueAt && whole.slice(...cueAt),
        cueAt,
        contentAt,
        mode: mode as StatementMode,
        stance: stance as Stance,
        via: null,
        source: own ? `pub:${publisher}` : (organisation ?? speaker),
      });
      for (const each of claimed)
        claims.push({ id: `${id}/c${claims.length + 1}`, statement, ...claimIn(each) });
    }
  }
  return {
    documents,
    statements,
    claims,
    actors,
    places,
    disputes: [],
    notDisputes: [],
    agreements: [],
    control: [],
    corrections: [],
  };
}

function fields(line: string): string[] {
  return line.split('|').map((field) => field.trim());
}

/** The text without its marks, and by number of statement what was marked. */
function unmarked(notation: string): { text: string; marks: Map<string, Mark[]> } {
  const marks = new Map<string, Mark[]>();
  const open: { readonly kind: string; readonly number: string; readonly start: number }[] = [];
  let text = '';
  let at = 0;
  for (const tag of notation.matchAll(/\[([scx])(\d+) |\]/gu)) {
    text += notation.slice(at, tag.index);
    at = tag.index + tag[0].length;
    if (tag[1] !== undefined) open.push({ kind: tag[1], number: tag[2]!, start: text.length });
    else {
      const last = open.pop();
      if (last === undefined)
        throw new RangeError(
          `a bracket closes nothing: ${notation.slice(Math.max(0, tag.index - 40), tag.index + 1)}`,
        );
      const list = marks.get(last.number) ?? [];
      list.push({ kind: last.kind, at: [last.start, text.length] });
      marks.set(last.number, list);
    }
  }
  if (open.length > 0) throw new RangeError(`a bracket is not closed: ${open[0]!.kind}${open[0]!.number}`);
  return { text: text + notation.slice(at), marks };
}

const CLAIM =
  /^(not )?([A-Z]+) (\S+) > (\S+) @(\S+) (\S+?)(?:\.\.(\S+))?(?: #(\S+) (\d*)\.\.(\d*) ([^~]+?))?(?: ~(\w+))?$/u;

function claimIn(words: string): Omit<GoldDossier['claims'][number], 'id' | 'statement'> {
  const found = CLAIM.exec(words);
  if (found === null) throw new RangeError(`no claim: ${words}`);
  const [, negative, event, agent, patient, place, from, to, op, min, max, of, modality] = found;
  const slot = (word: string | undefined) => (word === undefined || word === '-' ? null : word);
  const bound = (word: string | undefined) => (word === undefined || word === '' ? null : Number(word));
  const polarity: Polarity = negative === undefined ? 'positive' : 'negative';
  return {
    event: event as EventType,
    agent: slot(agent),
    patient: slot(patient),
    place: slot(place),
    time: slot(from) === null ? null : { from: from!, to: to ?? from! },
    quantity: op === undefined ? null : { of: of!, op: op as Operator, min: bound(min), max: bound(max) },
    polarity,
    modality: (modality ?? 'actual') as Modality,
  };
}
