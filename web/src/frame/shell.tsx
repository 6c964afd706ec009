import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { strings } from '../strings.ts';
import { SchemeChoice } from './scheme.tsx';

const PAGES = [
  ['/', strings.nav.documents],
  ['/disputes', strings.nav.disputes],
  ['/agreements', strings.nav.agreements],
  ['/control', strings.nav.control],
  ['/actors', strings.nav.actors],
] as const;

/** What stands around every page: the name, the way to the pages, and the page itself. */
export function Shell() {
  const path = useLocation({ select: (location) => location.pathname });
  const main = useRef<HTMLElement>(null);
  const last = useRef(path);

  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [path]);

  return (
    <>
      <button
        type="button"
        className="absolute start-4 top-2 z-20 -translate-y-16 rounded-sm bg-green px-4 py-2 text-on-green focus:translate-y-0"
        onClick={() => main.current?.focus()}
      >
        {strings.skip}
      </button>
      <header className="border-b border-rule">
        <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-8 gap-y-1 px-5 py-3 md:px-8">
          <Link to="/" className="flex items-center gap-2.5 no-underline">
            <img src="/mark.svg" alt="" width="24" height="24" />
            <span className="font-serif text-[1.1875rem] font-semibold tracking-[-0.01em]">
              {strings.name}
            </span>
          </Link>
          <nav aria-label={strings.pages} className="order-3 w-full md:order-none md:w-auto">
            <ul className="-mx-1.5 flex flex-wrap md:-mx-2">
              {PAGES.map(([to, name]) => {
                const here = to === '/' ? path === '/' || path.startsWith('/documents') : path.startsWith(to);
                return (
                  <li key={to}>
                    <Link
                      to={to}
                      aria-current={here ? 'page' : undefined}
                      className="inline-block rounded-sm border-b-2 border-transparent px-1.5 py-1.5 text-caption text-soft no-underline hover:text-ink aria-[current=page]:border-green aria-[current=page]:text-ink md:px-2 md:text-[0.9375rem]"
                    >
                      {name}
                    </Link>
                  </li>
                );
              })}
            </ul>
          </nav>
          <div className="ms-auto">
            <SchemeChoice />
          </div>
        </div>
      </header>
      <main
        ref={main}
        id="main"
        tabIndex={-1}
        className="mx-auto max-w-page px-5 py-7 outline-none md:px-8 md:py-10"
      >
        <Outlet />
      </main>
    </>
  );
}
