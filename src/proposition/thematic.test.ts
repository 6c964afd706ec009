import { describe, expect, it } from 'vitest';
import { roleClasses } from '../lexicon/role-class.ts';
import type { Token } from '../model/token.ts';
import { parseSentence } from '../parse/parse.ts';
import { words } from '../text/word.ts';
import { thematicRoles } from './thematic.ts';

/** Heads of agent and patient at the word in braces. */
function who(marked: string): { agent: string; patient: string } {
  const at = marked.indexOf('{');
  const text = marked.replace(/[{}]/gu, '');
  const tokens: readonly Token[] = parseSentence(words(text, 0, text.length));
  const found = thematicRoles(
    tokens,
    tokens.findIndex((t) => t.start === at),
  );
  const forms = (heads: readonly number[]) => heads.map((i) => tokens[i]!.form).join(' ');
  return { agent: forms(found.agent), patient: forms(found.patient) };
}

describe('who does and who suffers', () => {
  it.each([
    ['The militia {burned} the mill.', 'militia', 'mill'],
    ['The mill was {burned} by the militia.', 'militia', 'mill'],
    ['The bridge {collapsed} at noon.', '', 'bridge'],
    ['Prices {fell} 12 percent.', '', 'Prices'],
    ['The convoy {relied} on local drivers.', 'convoy', 'drivers'],
    ['The aid that the camp {received} was not enough.', 'camp', 'aid'],
    ['The envoy, who {praised} the truce, left.', 'envoy', 'truce'],
    ["The army's decision to {leave} the valley was welcomed.", 'army', 'valley'],
    ['The council made a promise to {release} the captives.', 'council', 'captives'],
    ["The army's {attack} on the village drew anger.", 'army', 'village'],
    ['The {arrest} of two men by police was confirmed.', 'police', 'men'],
    ['His {arrest} was confirmed.', '', 'His'],
    ['The militia carried out an {attack} on the village.', 'militia', 'village'],
    ['Chadian {shelling} of the camp went on.', 'Chadian', 'camp'],
    ['Third tanker {delivered} to the navy', '', 'tanker'],
    ['The {offer} of the army to the rebels was late.', 'army', 'rebels'],
    ['A {dispute} between herders and farmers turned violent.', 'herders farmers', ''],
  ])('%s', (marked, agent, patient) => {
    expect(who(marked)).toEqual({ agent, patient });
  });
});

it('holds every verb and noun of the role lexicon once', () => {
  const { undergoing, light, content, oblique } = roleClasses();
  expect(undergoing.verb.has('collapse')).toBe(true);
  expect(undergoing.noun.has('arrest')).toBe(true);
  expect(light.has('carry')).toBe(true);
  expect(content.has('decision')).toBe(true);
  expect(oblique.get('rely')).toEqual(['on']);
});
