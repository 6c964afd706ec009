import { posix } from 'node:path';

/** Texts of source files by their path in the repository, with forward slashes. */
export type SourceFiles = ReadonlyMap<string, string>;

interface Import {
  readonly target: string;
  readonly typeOnly: boolean;
}

/** The ordered rooms of ARCHITECTURE.md, lowest first; rooms that share a row of the table share a rank. */
export function roomsOf(architecture: string): readonly (readonly string[])[] {
  return architecture
    .split('\n')
    .map((line) => /^\| ((?:`src\/[^`]+`(?:, )?)+) \|/.exec(line)?.[1])
    .filter((cell) => cell !== undefined)
    .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
}

/** What a module imports, as written; `import type` and `import { type A }` count as types only. */
export function importsOf(text: string): Import[] {
  const code = text.replace(/^\s*\/\*[\s\S]*?\*\//gm, '').replace(/^\s*\/\/.*$/gm, '');
  const found: Import[] = [];
  for (const match of code.matchAll(/^\s*(?:import|export)\s+([^;'"]*?)\s*from\s*['"]([^'"]+)['"]/gm)) {
    const clause = match[1] ?? '';
    const named = /^\{([\s\S]*)\}$/
      .exec(clause)?.[1]
      ?.split(',')
      .filter((name) => name.trim() !== '');
    const typeOnly =
      clause.startsWith('type ') || (named?.every((name) => name.trim().startsWith('type ')) ?? false);
    found.push({ target: match[2] ?? '', typeOnly });
  }
  for (const match of code.matchAll(/^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm)) {
    found.push({ target: match[1] ?? match[2] ?? '', typeOnly: false });
  }
  return found;
}

/** Every breach of the order of the rooms, one sentence each: imports upward, out of the house, from web, in a circle. */
export function breaches(files: SourceFiles, rooms: readonly (readonly string[])[]): string[] {
  const rankOf = (path: string) =>
    rooms.findIndex((row) =>
      row.some((room) => (room.endsWith('/') ? path.startsWith(room) : path === room)),
    );
  const found: string[] = [];
  const values = new Map<string, string[]>();
  for (const [path, text] of files) {
    if (path.endsWith('.test.ts')) continue;
    const inSource = path.startsWith('src/');
    if (inSource && rankOf(path) < 0) found.push(`${path} stands in no room of ARCHITECTURE.md`);
    for (const { target, typeOnly } of importsOf(text)) {
      if (!target.startsWith('.')) {
        if (path.startsWith('src/model/'))
          found.push(`${path} imports ${target}: src/model/ imports nothing from outside`);
        continue;
      }
      const to = posix.join(posix.dirname(path), target);
      if (inSource && !to.startsWith('src/')) found.push(`${path} imports ${to}, which is outside of src/`);
      else if (inSource && rankOf(to) > rankOf(path))
        found.push(`${path} imports ${to}, which stands above it`);
      if (path.startsWith('web/') && !to.startsWith('web/') && !(to.startsWith('src/model/') && typeOnly)) {
        found.push(`${path} imports ${to}: web/ imports types of src/model/ only`);
      }
      if (!typeOnly) values.set(path, [...(values.get(path) ?? []), to]);
    }
  }
  return [...found, ...circles(values)];
}

/** Modules that need each other to start, each circle once. */
function circles(values: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      found.push(`a circle of imports: ${[...trail.slice(at), path].join(' -> ')}`);
      return;
    }
    if (done.has(path)) return;
    for (const next of values.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of values.keys()) visit(path, []);
  return found;
}
