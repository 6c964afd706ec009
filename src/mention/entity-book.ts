import { actorById } from '../lexicon/actor.ts';
import type { Entity, EntityRelation } from '../model/entity.ts';

/** An entity while its document is being read. */
export interface Known {
  readonly id: string;
  readonly kind: 'actor' | 'person' | 'place';
  readonly role: string | null;
  readonly plural: boolean;
  readonly names: string[];
  readonly relations: EntityRelation[];
  /** Lower-case nouns that described it: "alliance" after "the SDF, an alliance of militias". */
  readonly nouns: Set<string>;
  /** How often the report speaks of its fighters. */
  fighters: number;
}

/** A place where an entity was named or meant. */
export interface Use {
  readonly known: Known;
  readonly sentence: number;
  readonly token: number;
  readonly subject: boolean;
}

/** Words of a family name at most. */
const LONGEST_SURNAME = 6;

/** The entities of one document, and where they were used, in reading order. */
export class EntityBook {
  readonly uses: Use[] = [];
  /** The state whose "army" and "government" the report means without naming it. */
  home: string | null = null;
  /** Whether it tells fighters from here and from abroad apart, so that "the foreigners" are fighters. */
  sorted = false;
  readonly #known = new Map<string, Known>();
  readonly #aliases = new Map<string, Known>();
  /** Persons by every ending of their names that begins a word, the whole names left out. */
  readonly #endings = new Map<string, Set<Known>>();

  /** The entity of this id, made on first sight; the longest name ends up first. */
  enter(id: string, kind: Known['kind'], role: string | null, name: string, plural = false): Known {
    let known = this.#known.get(id);
    if (known === undefined) {
      known = { id, kind, role, plural, names: [name], relations: [], nouns: new Set(), fighters: 0 };
      this.#known.set(id, known);
      this.#learnEndings(name, known);
    }
    this.alias(name, known);
    return known;
  }

  /** Lets a name stand for an entity in this document ("SDF" after "Syrian Democratic Forces (SDF)"). */
  alias(name: string, known: Known): void {
    const key = fold(name);
    if (key === '') return;
    if (!this.#aliases.has(key) && /\p{Lu}/u.test(name)) this.#aliases.set(key, known);
    if (!known.names.includes(name)) {
      this.#learnEndings(name, known);
      if (known.kind === 'person' && name.length > known.names[0]!.length) known.names.unshift(name);
      else known.names.push(name);
    }
  }

  named(name: string): Known | null {
    return this.#aliases.get(fold(name)) ?? null;
  }

  /** The actor whose name these are the initials of: "VDF" for "Valley Defence Forces". */
  withInitials(acronym: string): Known | null {
    const wanted = acronym.toUpperCase();
    for (const known of this.#known.values()) {
      if (known.kind !== 'actor') continue;
      for (const name of known.names) {
        const parts = name.split(/[\s-]+/u);
        if (
          parts.length > 1 &&
          parts
            .map((w) => w[0] ?? '')
            .join('')
            .toUpperCase() === wanted
        )
          return known;
        if (
          parts.length > 1 &&
          parts
            .filter((w) => /^\p{Lu}/u.test(w))
            .map((w) => w[0])
            .join('') === wanted
        )
          return known;
      }
    }
    return null;
  }

  get(id: string): Known | null {
    return this.#known.get(id) ?? null;
  }

  /** Adds a relation once. */
  relate(known: Known, kind: EntityRelation['kind'], to: string, from: string | null = null): void {
    if (known.id !== to && !known.relations.some((r) => r.kind === kind && r.to === to)) {
      known.relations.push({ kind, to, from, until: null });
    }
  }

  use(known: Known, sentence: number, token: number, subject: boolean): void {
    this.uses.push({ known, sentence, token, subject });
  }

  /** The latest use that `fits`, at most `reach` sentences back. */
  latest(fits: (use: Use) => boolean, sentence: number, reach: number): Known | null {
    for (let i = this.uses.length - 1; i >= 0; i--) {
      const use = this.uses[i]!;
      if (use.sentence < sentence - reach) return null;
      if (fits(use)) return use.known;
    }
    return null;
  }

  /** The person whose name ends with this family name, if exactly one does. */
  surname(name: string): Known | null {
    const fitting = this.#endings.get(fold(name));
    return fitting?.size === 1 ? [...fitting][0]! : null;
  }

  #learnEndings(name: string, known: Known): void {
    if (known.kind !== 'person') return;
    const words = fold(name).split(' ');
    for (let from = Math.max(1, words.length - LONGEST_SURNAME); from < words.length; from++) {
      const ending = words.slice(from).join(' ');
      const fitting = this.#endings.get(ending);
      if (fitting === undefined) this.#endings.set(ending, new Set([known]));
      else fitting.add(known);
    }
  }

  /** The entities with the names the document gives them first, then those the lexicon knows. */
  entities(): Entity[] {
    return this.all().map(({ id, kind, role, names, relations }) => {
      const others = (actorById(id)?.names ?? []).filter((n) => !names.includes(n));
      return { id, kind, role, names: [...names, ...others], relations };
    });
  }

  all(): readonly Known[] {
    return [...this.#known.values()];
  }
}

/** Lower case, accents and apostrophes gone, anything else one space. */
export function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A name as part of an id: "Raqqa Civil Council" gives "raqqa-civil-council". */
export function slug(name: string): string {
  return fold(name).replaceAll(' ', '-') || 'unnamed';
}
