import { linkEntities } from '../link/entity.ts';
import type { Digest } from '../model/digest.ts';
import type { Entity } from '../model/entity.ts';
import { compare } from './claims.ts';
import { witnessesOf } from './witness.ts';

/** An actor or person, and how often it speaks and acts. */
export interface ActorRow {
  readonly id: string;
  readonly name: string;
  readonly kind: Exclude<Entity['kind'], 'place'>;
  readonly role: string | null;
  readonly otherNames: readonly string[];
  /** "memberOf Syrian Democratic Forces" and the like. */
  readonly relations: readonly string[];
  /** Documents that name it. */
  readonly documents: number;
  /** Claims it puts forward, or that are put forward for it. */
  readonly says: number;
  /** Claims in which it acts. */
  readonly does: number;
  /** Claims in which something is done to it. */
  readonly suffers: number;
}

/** Actors and persons, the most active first. */
export function actorRows({ entities, readings }: Pick<Digest, 'entities' | 'readings'>): ActorRow[] {
  const { canon } = linkEntities(readings);
  const tally = {
    documents: new Map(),
    says: new Map(),
    does: new Map(),
    suffers: new Map(),
  } satisfies Tally;
  for (const reading of readings)
    count(
      tally.documents,
      canon,
      reading.entities.map(({ id }) => id),
    );
  for (const { claim, statement } of witnessesOf(readings).values()) {
    count(tally.says, canon, [statement.speaker, statement.for]);
    count(
      tally.does,
      canon,
      claim.agent.map((arg) => arg.entity),
    );
    count(
      tally.suffers,
      canon,
      claim.patient.map((arg) => arg.entity),
    );
  }
  const names = new Map(entities.map((entity) => [entity.id, entity.names[0] ?? entity.id]));
  return entities
    .flatMap(({ id, kind, role, names: [name = id, ...otherNames], relations }): ActorRow[] => {
      if (kind === 'place') return [];
      const ties = relations.map((tie) => `${tie.kind} ${names.get(tie.to) ?? tie.to}`);
      const of = (part: keyof typeof tally) => tally[part].get(id) ?? 0;
      return [
        {
          id,
          name,
          kind,
          role,
          otherNames,
          relations: ties,
          documents: of('documents'),
          says: of('says'),
          does: of('does'),
          suffers: of('suffers'),
        },
      ];
    })
    .sort((a, b) => activity(b) - activity(a) || compare(a.name, b.name) || compare(a.id, b.id));
}

type Tally = Readonly<Record<'documents' | 'says' | 'does' | 'suffers', Map<string, number>>>;

/** Counts each entity once a claim, whatever ids it goes under. */
function count(
  tally: Map<string, number>,
  canon: (id: string) => string,
  ids: readonly (string | null)[],
): void {
  for (const id of new Set(ids.filter((each) => each !== null).map(canon)))
    tally.set(id, (tally.get(id) ?? 0) + 1);
}

function activity({ says, does, suffers }: ActorRow): number {
  return says + does + suffers;
}
