import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Span } from '../../../src/model/span.ts';
import { documentPage } from '../api/queries.ts';
import type { DocumentPage } from '../api/types.ts';
import { day } from '../format/date.ts';
import { useTitle } from '../frame/title.ts';
import { strings } from '../strings.ts';
import { Card } from './card.tsx';
import { type Choice, readChoice } from './choice.ts';
import { countLayers } from './count.ts';
import { type Layer, readLayers, writeLayers } from './layer.ts';
import { Legend } from './legend.tsx';
import { StatementList } from './list.tsx';
import { Lists } from './lists.tsx';
import { Pointing } from './pointing.tsx';
import { Switches } from './switches.tsx';
import { Text } from './text.tsx';

const route = getRouteApi('/documents/$id');

/** The reader: a document as published, what was read in it, and the card of what the address names. */
export function ReaderPage() {
  const { id } = route.useParams();
  const { layers: asked } = route.useSearch();
  const { data: page } = useSuspenseQuery(documentPage(id));
  const { document, reading } = page;
  const hash = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();
  const layers = useMemo(() => readLayers(asked), [asked]);
  const shownLayers = useDeferredValue(layers);
  const read = useMemo(() => readChoice(hash, reading), [hash, reading]);
  const choice = read === 'missing' ? null : read;
  const [pointed, setPointed] = useState<Span | null>(null);
  const names = useMemo(() => new Map(reading.entities.map((e) => [e.id, e.names[0] ?? e.id])), [reading]);
  const counts = useMemo(() => countLayers(page), [page]);
  const text = useRef<HTMLDivElement>(null);
  useTitle(document.title ?? strings.unknown.title);

  useEffect(() => {
    setPointed(null);
    if (choice !== null) reveal(linkOf(text.current, choice));
  }, [choice]);

  useEffect(() => {
    if (pointed !== null) reveal(text.current?.querySelector<HTMLElement>('[data-pointed="main"]') ?? null);
  }, [pointed]);

  const change = (next: ReadonlySet<Layer>) =>
    void navigate({
      to: '.',
      search: { layers: writeLayers(next) },
      hash: true,
      replace: true,
      resetScroll: false,
    });
  const close = () => {
    const link = choice && linkOf(text.current, choice);
    void navigate({ to: '.', search: true, hash: '', resetScroll: false }).then(() =>
      link?.focus({ preventScroll: true }),
    );
  };
  const show = () => {
    setPointed(null);
    reveal(choice && linkOf(text.current, choice))?.focus({ preventScroll: true });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the card from wherever the focus is
    <div onKeyDown={(event) => event.key === 'Escape' && choice !== null && close()}>
      <Heading page={page} />
      <div className="my-5 space-y-2 border-y border-rule py-3">
        <Switches layers={layers} counts={counts} onChange={change} />
        <Legend />
      </div>
      {read === 'missing' && (
        <p role="status" className="mb-4 border-s-4 border-denies bg-well px-4 py-2 text-caption">
          {strings.reader.missing}
        </p>
      )}
      <div className="reader-columns">
        <section ref={text} aria-label={strings.reader.text} className="min-w-0">
          <Text
            text={document.text}
            language={document.language}
            reading={reading}
            disputes={page.disputes}
            layers={shownLayers}
            choice={choice}
            pointed={pointed}
          />
        </section>
        <aside
          data-card=""
          data-open={choice ? '' : undefined}
          className="card"
          aria-label={strings.reader.card}
        >
          <Pointing value={setPointed}>
            {choice === null ? (
              <>
                <Lists page={page} layers={layers} />
                <StatementList page={page} names={names} />
              </>
            ) : (
              <Card page={page} choice={choice} names={names} onClose={close} onShow={show} />
            )}
          </Pointing>
        </aside>
      </div>
      <Notes page={page} />
    </div>
  );
}

function Heading({ page: { document, reading } }: { page: DocumentPage }) {
  return (
    <header>
      <Link to="/" className="link text-caption">
        ← {strings.reader.back}
      </Link>
      <h1 className="mt-3 max-w-[26em] font-serif text-question text-balance" dir="auto">
        {document.title ?? strings.unknown.title}
      </h1>
      <p className="mt-2 flex flex-wrap gap-x-4 text-caption text-soft">
        <span className="font-semibold text-ink">{document.publisher ?? strings.unknown.publisher}</span>
        <span>{day(document.published)}</span>
        <span>{strings.count.statements(reading.statements.length)}</span>
        <span>{strings.count.claims(reading.claims.length)}</span>
        {reading.credits.length > 0 && (
          <span>
            {strings.reader.credits} {[...new Set(reading.credits.map((c) => c.publisher))].join(', ')}
          </span>
        )}
      </p>
    </header>
  );
}

function Notes({ page: { document, reading } }: { page: DocumentPage }) {
  return (
    <footer className="mt-10 space-y-2 border-t border-rule pt-4 text-caption text-soft">
      {document.url !== null && (
        <p className="break-all">
          {strings.reader.original} {document.url}
        </p>
      )}
      <p className="break-all">
        {strings.reader.fingerprint} <span className="font-mono">{document.sha256}</span>
      </p>
      {reading.diagnostics.length > 0 && (
        <details>
          <summary>
            {strings.reader.diagnostics} ({reading.diagnostics.length})
          </summary>
          <ul className="mt-1 list-disc ps-5">
            {reading.diagnostics.map((note, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a Reading never changes its order
              <li key={index}>
                <span className="font-mono">{note.code}</span> {note.message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </footer>
  );
}

/** Where the chosen thing stands in the text: the link of the claim or statement, or the first words pointed at. */
function linkOf(root: HTMLElement | null, choice: Choice): HTMLElement | null {
  const find = (selector: string) => root?.querySelector<HTMLElement>(selector) ?? null;
  if (choice.kind !== 'statement') return find('a[data-pointed="main"]') ?? find('[data-pointed="main"]');
  const own = `[data-statements~="${CSS.escape(choice.statement.id)}"]`;
  const claim = choice.claim && `${own}[data-claim~="${CSS.escape(choice.claim.id)}"]`;
  return (claim && find(claim)) || find(own);
}

/** Brings words into view; where the card covers the lower half, at the top. */
function reveal(words: HTMLElement | null): HTMLElement | null {
  const narrow = window.matchMedia('(max-width: 60rem)').matches;
  words?.scrollIntoView({ block: narrow ? 'start' : 'center' });
  return words;
}
