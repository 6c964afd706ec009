import type { Statement } from '../../../src/model/statement.ts';
import { strings } from '../strings.ts';

/** Who speaks, by the best name known: the entity, else the words of the text. */
export function speaker(statement: Statement, names: ReadonlyMap<string, string>): string {
  return nameOf(statement.speaker, names) ?? statement.source?.text ?? strings.unknown.speaker;
}

/** The name of an entity; its id where the Reading does not list it. */
export function nameOf(id: string | null, names: ReadonlyMap<string, string>): string | null {
  return id === null ? null : (names.get(id) ?? id);
}
