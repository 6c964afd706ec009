import { QueryClient, queryOptions } from '@tanstack/react-query';
import { ApiError, ask } from './client.ts';

/** The cache of answers. A ledger changes when someone adds to it, so a page asks anew when it comes back into view. */
export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      networkMode: 'always',
      retry: (failures, error) => failures < 1 && !(error instanceof ApiError && error.status > 0),
    },
  },
});

/** All documents. */
export const documents = queryOptions({
  queryKey: ['documents'],
  queryFn: ({ signal }) => ask('/api/documents', {}, signal),
});

/** One document with its text and Reading. */
export const documentPage = (id: string) =>
  queryOptions({
    queryKey: ['documents', id],
    queryFn: ({ signal }) => ask('/api/documents/{id}', { id }, signal),
  });

/** Why a claim was read so; asked by its ledger-wide id. */
export const explanation = (id: string) =>
  queryOptions({
    queryKey: ['claims', id, 'explain'],
    queryFn: ({ signal }) => ask('/api/claims/{id}/explain', { id }, signal),
  });

/** All disputes. */
export const disputes = queryOptions({
  queryKey: ['disputes'],
  queryFn: ({ signal }) => ask('/api/disputes', {}, signal),
});

/** One dispute with the words on each side. */
export const disputePage = (id: string) =>
  queryOptions({
    queryKey: ['disputes', id],
    queryFn: ({ signal }) => ask('/api/disputes/{id}', { id }, signal),
  });

/** All agreements. */
export const agreements = queryOptions({
  queryKey: ['agreements'],
  queryFn: ({ signal }) => ask('/api/agreements', {}, signal),
});

/** Who is said to hold which place. */
export const control = queryOptions({
  queryKey: ['control'],
  queryFn: ({ signal }) => ask('/api/control', {}, signal),
});

/** Actors and persons. */
export const actors = queryOptions({
  queryKey: ['actors'],
  queryFn: ({ signal }) => ask('/api/actors', {}, signal),
});
