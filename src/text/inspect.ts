import type { Diagnostic } from '../model/diagnostic.ts';
import type { Draft, Stage } from '../model/draft.ts';

/** Looks at the document before it is read and says what will be missing from its Reading. */
export const inspect: Stage = { name: 'inspect', run };

function run(draft: Draft): Draft {
  const { text, published, language } = draft.document;
  const found: Diagnostic[] = [];
  const say = (code: string, severity: Diagnostic['severity'], message: string) =>
    found.push({ code, stage: 'inspect', severity, span: null, message });
  if (text.trim() === '') say('empty-text', 'warning', 'The text is empty: there is nothing to read.');
  if (published === null)
    say(
      'no-published-date',
      'warning',
      'No published date was given: relative times such as “Friday” stay unresolved.',
    );
  if (language !== null && !/^en\b/iu.test(language))
    say(
      'not-english',
      'warning',
      `The language is given as ${language}; this reader reads English, so little may be found.`,
    );
  else if (language === null && foreign(text))
    say(
      'not-english',
      'warning',
      'Most letters are not Latin; this reader reads English, so little may be found.',
    );
  return { ...draft, diagnostics: [...draft.diagnostics, ...found] };
}

function foreign(text: string): boolean {
  const sample = text.slice(0, 5000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return letters > 20 && (sample.match(/\p{Script=Latin}/gu)?.length ?? 0) < letters / 2;
}
