import { expect, test } from 'vitest';
import type { z } from 'zod';
import type { OwnActorInput } from '../../src/contract/actor-schema.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { createApp } from '../../src/server/app.ts';
import type { disputePage } from '../../src/server/disputes.ts';
import type { documentPage, documentRow } from '../../src/server/documents.ts';
import type { explanation } from '../../src/server/explain.ts';
import type { actorRow, agreementRow, controlRow, disputeRow } from '../../src/server/row-schema.ts';
import type { ActorKind, Api, NewActor } from '../../web/src/api/types.ts';

/** True where what the server sends is at least what the workbench reads. */
type Gives<Sent, Read> = Sent extends Read ? true : false;

true satisfies Gives<z.infer<typeof documentRow>, Api['/api/documents']['documents'][number]>;
true satisfies Gives<z.infer<typeof documentPage>, Api['/api/documents/{id}']>;
true satisfies Gives<z.infer<typeof explanation>, Api['/api/claims/{id}/explain']>;
true satisfies Gives<z.infer<typeof disputeRow>, Api['/api/disputes']['disputes'][number]>;
true satisfies Gives<z.infer<typeof disputePage>, Api['/api/disputes/{id}']>;
true satisfies Gives<z.infer<typeof agreementRow>, Api['/api/agreements']['agreements'][number]>;
true satisfies Gives<z.infer<typeof actorRow>, Api['/api/actors']['actors'][number]>;
true satisfies Gives<NewActor, OwnActorInput>;
true satisfies Gives<OwnActorInput['kind'], ActorKind>;
true satisfies Gives<z.infer<typeof controlRow>, Api['/api/control']['control'][number]>;

test('every route the workbench asks stands in the OpenAPI document', async () => {
  const asked: Record<keyof Api, true> = {
    '/api/documents': true,
    '/api/documents/{id}': true,
    '/api/claims/{id}/explain': true,
    '/api/disputes': true,
    '/api/disputes/{id}': true,
    '/api/agreements': true,
    '/api/control': true,
    '/api/actors': true,
  };
  const response = await createApp({} as Ledger).request('/api/openapi.json');
  const { paths } = (await response.json()) as { paths: Record<string, unknown> };
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(Object.keys(asked)));
});
