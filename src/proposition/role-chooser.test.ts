import { describe, expect, it } from 'vitest';
import { parseSentence } from '../parse/parse.ts';
import { words } from '../text/word.ts';
import { frameOf } from './role.ts';
import { filled, readRoleModel, rolesOf } from './role-chooser.ts';
import { candidatesOf, roleKeys, sceneOf } from './role-features.ts';
import { thematicRoles } from './thematic.ts';

function parsed(marked: string) {
  const text = marked.replace(/[{}]/gu, '');
  const tokens = parseSentence(words(text, 0, text.length));
  return { tokens, at: tokens.findIndex((t) => t.start === marked.indexOf('{')) };
}

function who(marked: string): { agent: string; patient: string } {
  const { tokens, at } = parsed(marked);
  const found = rolesOf(tokens, at);
  const forms = (heads: readonly number[]) => heads.map((i) => tokens[i]!.form).join(' ');
  return { agent: forms(found.agent), patient: forms(found.patient) };
}

describe('participants where the rules find none', () => {
  it('keeps what the rules find', () => {
    expect(who('The militia {burned} the mill.')).toEqual({ agent: 'militia', patient: 'mill' });
  });

  it('gives a noun the subject of a verb that lends it none by rule', () => {
    const marked = 'The shipyard disclosed a {loss} of three ferries.';
    const { tokens, at } = parsed(marked);
    expect(thematicRoles(tokens, at).agent).toEqual([]);
    expect(who(marked).agent).toBe('shipyard');
  });

  it('fills only the empty places of a frame', () => {
    const { tokens, at } = parsed('The militia {burned} the mill.');
    const frame = frameOf(tokens, at);
    expect(filled(tokens, frame)).toBe(frame);
    const bare = filled(tokens, { ...frame, obj: [] });
    expect(bare.subj).toEqual(frame.subj);
    expect(bare.obj.map((i) => tokens[i]!.form)).toEqual(['mill']);
  });

  it('looks at a bounded number of candidates and stands odd trees', () => {
    const { tokens } = parsed(`{ferry}${' crew and crew'.repeat(400)}`);
    const found = candidatesOf(tokens, 0);
    expect(found.length).toBeLessThanOrEqual(80);
    const round = tokens.map((t, i) => ({ ...t, head: (i + 1) % tokens.length }));
    const scene = sceneOf(round, 0, { agent: [], patient: [] });
    expect(roleKeys(scene, found[0]!).length).toBeGreaterThan(0);
  });

  it('refuses a file that is no model', () => {
    expect(() => readRoleModel(Buffer.alloc(2), 'role.bin.zst')).toThrow(/role\.bin\.zst/u);
  });
});
