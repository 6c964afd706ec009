import { Link } from '@tanstack/react-router';
import type { DocumentPage } from '../api/types.ts';
import { Unequal } from '../frame/unequal.tsx';
import { strings } from '../strings.ts';
import { statementHash } from './choice.ts';
import { speaker } from './speaker.ts';

/** All statements of a document in the order of the text: the way to the cards without the text. */
export function StatementList({ page, names }: { page: DocumentPage; names: ReadonlyMap<string, string> }) {
  const { reading, disputes } = page;
  const disputed = new Set(disputes.flatMap((dispute) => dispute.claims));
  const disputedStatements = new Set(
    reading.claims.filter((c) => disputed.has(c.id)).map((c) => c.statement),
  );
  return (
    <section aria-labelledby="statements">
      <h2 id="statements" className="text-answer font-semibold">
        {strings.reader.listTitle}
      </h2>
      <p className="label mt-1 mb-3">
        {reading.statements.length === 0 ? strings.reader.listEmpty : strings.reader.listHint}
      </p>
      <ol className="border-t border-rule">
        {reading.statements.map((statement) => {
          const voice = statement.mode === 'narrative';
          return (
            <li key={statement.id} className="border-b border-rule">
              <Link
                to="."
                search={true}
                hash={statementHash(statement.id)}
                resetScroll={false}
                className="block px-1 py-2.5 no-underline hover:bg-well"
              >
                <span className="flex justify-between gap-2 text-caption">
                  <span>
                    <span className={voice ? 'text-soft' : 'font-semibold'}>
                      {voice ? strings.reader.voice : speaker(statement, names)}
                    </span>{' '}
                    <span
                      className="swatch"
                      data-stance={voice && statement.stance === 'asserts' ? 'voice' : statement.stance}
                    >
                      {strings.stance[statement.stance]}
                    </span>
                  </span>
                  {disputedStatements.has(statement.id) && (
                    <span className="shrink-0 text-disputes">
                      <Unequal /> {strings.reader.inDispute}
                    </span>
                  )}
                </span>
                <span className="mt-0.5 line-clamp-2 font-serif text-[0.9375rem]" dir="auto">
                  {statement.content.map((span) => span.text).join(' … ')}
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
