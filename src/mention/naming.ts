import type { Draft, Stage } from '../model/draft.ts';
import { nameTagger } from './name-model.ts';
import type { NameTagger } from './name-tagger.ts';

/** Marks the proper names of every sentence: who is a person, an organisation, a place, or something else with a name. */
export const naming: Stage = { name: 'naming', run: (draft) => nameWith(nameTagger(), draft) };

/** Marks names with a tagger of one's own. */
export function nameWith(tagger: NameTagger, draft: Draft): Draft {
  const read = draft.sentences.filter((s) => s.kind !== 'boilerplate' && s.kind !== 'caption');
  const found = tagger.read(read);
  const names = new Map(read.map((s, i) => [s, found[i]!]));
  return { ...draft, sentences: draft.sentences.map((s) => ({ ...s, names: names.get(s) ?? [] })) };
}
