import { join } from 'node:path';
import type { NameSpan } from '../src/model/name-span.ts';
import { readJsonLines } from './gold.ts';
import { apart, bare, type GoldName, type NamedText, REPORT } from './gold-names.ts';

/** An entity as re3d marks it: also pronouns and descriptions; one of low confidence was proposed by a program and not confirmed. */
export interface Re3dEntity {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly confidence: number;
}

/** A document of re3d: what it marks, and the names among it. */
export interface Re3dText extends NamedText {
  readonly source: string;
  readonly entities: readonly Re3dEntity[];
}

/** At least so sure must re3d be of an entity that counts. */
export const SURE = 0.5;

const KIND: Readonly<Record<string, NameSpan['kind']>> = {
  Person: 'person',
  Organisation: 'organisation',
  Location: 'place',
};
/** Names of offices are no persons' names. */
const OFFICE =
  /(?:Minister|Secretary|President|Commander|Director|Representative|Staff|Capt\.)$|\b(?:for|to|of|the)\b/;
const SMALL = /^(?:of|the|for|and|to|in|on|al|el|bin|ibn|abu|de|ad|ar|as|ash|an|-|–|&|\p{N}+\p{L}{0,2})$/u;

/** Texts of re3d in a split (`re3d-SPLIT.jsonl.gz`). */
export function readRe3d(gold: string, split: string): Re3dText[] {
  return readJsonLines(join(gold, 'entities', `re3d-${split}.jsonl.gz`)).map((doc) => {
    const text = String(doc['text']);
    const entities = doc['entities'] as Re3dEntity[];
    return {
      corpus: REPORT,
      id: String(doc['id']),
      source: String(doc['source']),
      text,
      sentences: null,
      partial: true,
      entities,
      names: apart(entities.flatMap((e) => nameOf(text, e, entities))),
    };
  });
}

/**
 * The name that an entity is, without article and title, when it is nothing else: "the SDF", "President Novak", but not "key members
 * of the alliance", "he". Where re3d marks a person's bare name inside ("Foreign Minister | Ana Novak"), that is the name; a place with the country behind a comma is two.
 */
function nameOf(text: string, e: Re3dEntity, all: readonly Re3dEntity[]): GoldName[] {
  const kind = KIND[e.type];
  if (kind === undefined || e.confidence < SURE) return [];
  const inner =
    kind === 'person'
      ? all.find((o) => o.type === 'Person' && o.end === e.end && o.start > e.start && o.confidence < SURE)
      : undefined;
  const { start, end } = bare(text, inner?.start ?? e.start, e.end, kind);
  const words = text.slice(start, end);
  if (!isName(words) || (kind === 'person' && OFFICE.test(words))) return [];
  const comma = kind === 'place' ? words.indexOf(', ') : -1;
  if (comma < 0 || words.endsWith('D.C.')) return [{ start, end, kind }];
  return [
    { start, end: start + comma, kind },
    { start: start + comma + 2, end, kind },
  ];
}

/** Whether words are a name and nothing else: capitals, and small words between them. */
function isName(words: string): boolean {
  const parts = words.split(/\s+/u);
  if (/^(?:I|We|He|She|It|They|You|This|That|These|Those|There|Our|Us|One)$/.test(words)) return false;
  const capital = (word: string): boolean =>
    /^[“"'‘(]?(?:(?:al|el|ar|as|ash|an|ad|at|az|ez)[-‐])?\p{Lu}/u.test(word);
  return capital(parts[0]!) && capital(parts.at(-1)!) && parts.every((p) => capital(p) || SMALL.test(p));
}
