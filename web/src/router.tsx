import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import {
  actors,
  agreements,
  cache,
  control,
  disputePage,
  disputes,
  documentPage,
  documents,
} from './api/queries.ts';
import { Shell } from './frame/shell.tsx';
import { Failed, Loading, Lost } from './frame/states.tsx';

/** What the address of a document may ask for besides its words: the layers that are switched on. */
interface ReaderSearch {
  readonly layers?: string | undefined;
}

const root = createRootRouteWithContext<{ cache: QueryClient }>()({
  component: Shell,
  notFoundComponent: () => <Lost />,
});

const routes = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/',
    loader: ({ context }) => context.cache.ensureQueryData(documents),
    component: lazyRouteComponent(() => import('./catalogue/page.tsx'), 'CataloguePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/documents/$id',
    loader: ({ context, params }) => context.cache.ensureQueryData(documentPage(params.id)),
    validateSearch: (search): ReaderSearch => {
      const layers = search.layers;
      return typeof layers === 'string' ? { layers } : {};
    },
    component: lazyRouteComponent(() => import('./reader/page.tsx'), 'ReaderPage'),
    remountDeps: ({ params }) => params,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/disputes',
    loader: ({ context }) => context.cache.ensureQueryData(disputes),
    component: lazyRouteComponent(() => import('./dispute/list.tsx'), 'DisputesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/disputes/$id',
    loader: ({ context, params }) => context.cache.ensureQueryData(disputePage(params.id)),
    component: lazyRouteComponent(() => import('./dispute/page.tsx'), 'DisputePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/agreements',
    loader: ({ context }) => context.cache.ensureQueryData(agreements),
    component: lazyRouteComponent(() => import('./agreement/page.tsx'), 'AgreementsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/control',
    loader: ({ context }) => context.cache.ensureQueryData(control),
    component: lazyRouteComponent(() => import('./control/page.tsx'), 'ControlPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/actors',
    loader: ({ context }) => context.cache.ensureQueryData(actors),
    component: lazyRouteComponent(() => import('./actor/page.tsx'), 'ActorsPage'),
  }),
]);

/** The pages of the workbench under their addresses. Each page's code and its answer load together, when it is asked for. */
export const router = createRouter({
  routeTree: routes,
  context: { cache },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  defaultPendingComponent: Loading,
  defaultErrorComponent: Failed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
