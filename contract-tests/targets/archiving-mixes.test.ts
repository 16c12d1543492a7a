import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCheckedSend } from '../checks/checked-send.ts';
import { type Behaviours, behaviourNames, guideBehaviours, valuesOf } from '../contract/behaviours.ts';
import { contractOf } from '../contract/document.ts';
import { type Answer, type Caller, createCaller } from './account.ts';
import { sendToMock } from './sending/send-to-mock.ts';
import { startTarget } from './start-target.ts';
import type { Target } from './target.ts';

let mock: Target | undefined;
beforeAll(async () => {
  mock = await startTarget('mock', { seed: 1 });
});
afterAll(() => mock?.close());

/** Opens an account of the mock with these behaviours, whose exchanges are checked against their document. */
async function accountWith(behaviours: Behaviours): Promise<Caller> {
  if (!mock) throw new Error('There is no mock.');
  const { baseUrl } = mock;
  const { apiKey } = mock.newAccount();
  const response = await fetch(`${baseUrl}/_paddock/behaviours`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ behaviours }),
  });
  expect(response.status, await response.text()).toBe(200);
  const contract = contractOf(behaviours);
  return createCaller({ baseUrl, apiKey, contract, send: createCheckedSend(baseUrl, contract, sendToMock) });
}

// The keys are all behaviour names, and each has one of its own values.
const anyBehaviours = fc.record(
  Object.fromEntries(behaviourNames.map((name) => [name, fc.constantFrom(...valuesOf(name))])),
) as fc.Arbitrary<Behaviours>;

type Sent = Parameters<Caller['request']>;
type MoveName = 'archive' | 'patch to archived' | 'patch to active' | 'rename' | 'read';

const moves: Readonly<Record<MoveName, (path: string) => Sent>> = {
  archive: (path) => ['POST', `${path}/archive`],
  'patch to archived': (path) => ['PATCH', path, { body: { status: 'archived' } }],
  'patch to active': (path) => ['PATCH', path, { body: { status: 'active' } }],
  rename: (path) => ['PATCH', path, { body: { name: 'Sam' } }],
  read: (path) => ['GET', path],
};
// `Object.keys` returns plain strings.
const anyMove = fc.constantFrom(...(Object.keys(moves) as MoveName[]));

const summaryOf = ({ status, body }: Answer) => {
  const { data, error } = body as { data?: { status: string }; error?: { code: string } };
  return [status, error?.code ?? data?.status];
};

/** Status and code, or status of the customer, that a move has to return. */
function expected(move: MoveName, status: string, { archiving, 'patch-archived': patched }: Behaviours) {
  if (move === 'archive' && archiving === 'patch') return [404, 'invalid_url'];
  if (move === 'read') return [200, status];
  if (status === 'archived' && patched === 'not-found') return [404, 'not_found'];
  if (status === 'archived' && move !== 'patch to active') return [400, 'entity_archived'];
  return [200, { archive: 'archived', 'patch to archived': 'archived' }[move as string] ?? 'active'];
}

const mixes = [
  { archiving: 'endpoint', 'patch-archived': 'not-found' },
  { archiving: 'endpoint', 'patch-archived': 'entity-archived' },
  { archiving: 'patch', 'patch-archived': 'not-found' },
  { archiving: 'patch', 'patch-archived': 'entity-archived' },
] as const;

describe.each(mixes.map((mix) => ({ title: Object.values(mix).join(' and '), mix })))('with $title', ({ mix }) => {
  test('any sequence of moves of a customer gets the responses that the document of the mix describes', async () => {
    const property = fc.asyncProperty(anyBehaviours, fc.array(anyMove, { maxLength: 8 }), async (others, names) => {
      const behaviours = { ...others, ...mix };
      const account = await accountWith(behaviours);
      const { data } = await account.call('createCustomer', { body: { email: 'sam@example.com' } });
      let status: string = data.status;
      for (const name of names) {
        const answer = summaryOf(await account.request(...moves[name](`/customers/${data.id}`)));
        expect(answer, name).toEqual(expected(name, status, behaviours));
        if (answer[0] === 200) status = String(answer[1]);
      }
    });
    await fc.assert(property, { seed: 1, numRuns: 8 });
  });

  test('archiving an archived customer is refused as the mix says', async () => {
    const account = await accountWith({ ...guideBehaviours, ...mix });
    const { data } = await account.call('createCustomer', { body: { email: 'sam@example.com' } });
    await account.request(...moves['patch to archived'](`/customers/${data.id}`));
    const again = summaryOf(await account.request(...moves.archive(`/customers/${data.id}`)));
    const known = { 'not-found': [404, 'not_found'], 'entity-archived': [400, 'entity_archived'] };
    expect(again).toEqual(mix.archiving === 'patch' ? [404, 'invalid_url'] : known[mix['patch-archived']]);
  });
});
