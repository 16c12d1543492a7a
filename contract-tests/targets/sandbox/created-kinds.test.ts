import { afterEach, expect, test, vi } from 'vitest';
import { isObject, type JsonObject } from '#openapi/document/json.ts';
import { guideBehaviours, officialBehaviours } from '../../contract/behaviours.ts';
import { type CreatedKind, createdKindsOf } from '../../contract/created-kinds.ts';
import { contractOf } from '../../contract/document.ts';
import { asSend } from '../../contract/send.ts';
import { createAny } from '../../generated-cases/arrange-path.ts';
import { bodyCasesOf } from '../../generated-cases/enumeration/body-cases.ts';
import { CurrentLaw, currentLaw } from '../../law/current-law.ts';
import { type Caller, createCaller } from '../account.ts';
import { markOf } from '../run-name.ts';
import { startTarget } from '../start-target.ts';
import type { Target } from '../target.ts';
import { trackCreatedEntities } from './created-entities.ts';
import { findMarked } from './find-marked.ts';
import { remove } from './remove.ts';
import { startSandboxTarget } from './sandbox.ts';
import { sandboxUrl } from './sandbox-connection.ts';

afterEach(() => void vi.unstubAllEnvs());

const apiKey = `pdl_sdbx_apikey_${'a'.repeat(26)}_${'b'.repeat(22)}_ccc`;
const official = contractOf(officialBehaviours);

test.each([
  ['guide', guideBehaviours],
  ['official', officialBehaviours],
])(
  'everything that operations of the profile %s create can be removed, or the document says why not',
  (_, behaviours) => {
    const kinds = createdKindsOf(contractOf(behaviours).document);
    expect(Object.fromEntries(kinds.map(({ path, removal }) => [path, removal]))).toMatchObject({
      '/customers': 'archive',
      '/customers/{customer_id}/addresses': 'archive',
      '/customers/{customer_id}/portal-sessions': 'remains',
      '/notification-settings': 'delete',
    });
  },
);

const created = { '201': { description: 'Created.' } };
const statusSchema = { type: 'object', properties: { status: { enum: ['active', 'archived'] } } };
const archiving = { content: { 'application/json': { schema: statusSchema } } };
const operation = (operationId: string, more: JsonObject = {}): JsonObject => ({ operationId, responses: {}, ...more });

/** The official document with one more kind of entity. */
function documentWith(item: JsonObject): JsonObject {
  const list = operation('listParrots', { parameters: [{ name: 'status', in: 'query', schema: {} }] });
  const parrots = { get: list, post: operation('createParrot', { responses: created }) };
  const paths = isObject(official.document['paths']) ? official.document['paths'] : {};
  return { ...official.document, paths: { ...paths, '/parrots': parrots, '/parrots/{parrot_id}': item } };
}

/** Opens an account that holds these entities and nothing else. */
function openAviary(names: Readonly<Record<string, string>>): { account: Caller; left: () => string[] } {
  const parrots = new Map(Object.entries(names));
  const send: typeof fetch = async (input, init) => {
    const { method, url } = new Request(input, init);
    const { pathname } = new URL(url);
    const isChange = pathname.startsWith('/parrots/') && (method === 'DELETE' || method === 'PATCH');
    if (isChange) parrots.delete(pathname.slice('/parrots/'.length));
    const listed = pathname === '/parrots' ? [...parrots].map(([id, name]) => ({ id, name })) : [];
    return Response.json({ data: isChange ? {} : listed, meta: { pagination: { has_more: false } } });
  };
  const account = createCaller({ baseUrl: 'http://127.0.0.1:9', apiKey, contract: official, send: asSend(send) });
  return { account, left: () => [...parrots.keys()] };
}

test.each<[string, JsonObject]>([
  ['archived', { patch: operation('updateParrot', { requestBody: archiving }) }],
  ['deleted', { delete: operation('deleteParrot') }],
])('a kind that a document adds is %s after a run, and found by its mark', async (_, item) => {
  const kinds = createdKindsOf(documentWith(item));
  const { account, left } = openAviary({ par_1: 'Polly', par_2: markOf('20200101t000000-abcd'), par_3: 'Ours' });
  const known = trackCreatedEntities(kinds);
  note(known, 'POST', '/parrots', 'par_1');
  expect(await remove(account, kinds, known.paths(), known.forget)).toEqual([]);
  expect([known.paths(), left()]).toEqual([[], ['par_2', 'par_3']]);
  const marked = await findMarked(account, kinds, (run) => run === '20200101t000000-abcd');
  expect(await remove(account, kinds, marked)).toEqual([]);
  expect(left()).toEqual(['par_3']);
});

function note(
  known: ReturnType<typeof trackCreatedEntities>,
  method: string,
  path: string,
  id: string,
  status = 'active',
) {
  const url = new URL(path, sandboxUrl);
  const headers = new Headers();
  const response = { status: method === 'POST' ? 201 : 200, headers, body: '', json: { data: { id, status } } };
  known.record({ operation: null, request: { method, url, headers, body: '' }, response, began: 1, ended: 2 });
}

test('an entity archived by any operation needs no removal, and one activated again does', () => {
  const known = trackCreatedEntities(createdKindsOf(official.document));
  note(known, 'POST', '/customers', 'ctm_1');
  note(known, 'POST', '/customers/ctm_1/addresses', 'add_1');
  note(known, 'POST', '/customers/ctm_1/portal-sessions', 'cpls_1');
  expect(known.paths()).toEqual(['/customers/ctm_1/addresses/add_1', '/customers/ctm_1']);
  note(known, 'POST', '/customers/ctm_1/archive', 'ctm_1', 'archived');
  expect(known.paths()).toEqual(['/customers/ctm_1/addresses/add_1']);
  note(known, 'PATCH', '/customers/ctm_1', 'ctm_1');
  expect(known.paths()).toContain('/customers/ctm_1');
});

test('a document without a way to remove what it creates is rejected, unless it gives a reason', () => {
  const item = { get: operation('getParrot') };
  expect(() => createdKindsOf(documentWith(item))).toThrow(/clean up after createParrot/);
});

test('a run against the sandbox leaves nothing of any kind that its document creates', async () => {
  await using mock = await startMock();
  const sandbox = await mock.startSandbox();
  const kinds = createdKindsOf(sandbox.contract.document);
  // Owners come first: their paths are shorter.
  const removable = kinds.filter(({ removal }) => removal !== 'remains');
  await currentLaw.run(new CurrentLaw({ seed: 1 }), async () => {
    for (const kind of removable.toSorted((one, other) => one.path.length - other.path.length))
      await createOne(sandbox, kind);
  });
  expect((await mock.present(removable)).every((count) => count > 0)).toBe(true);
  await sandbox.close();
  expect((await mock.present(removable)).filter((count) => count > 0)).toEqual([]);
});

async function startMock() {
  const target = await startTarget('mock:official', { seed: 1 });
  const account = target.newAccount();
  vi.stubEnv('PADDLE_SANDBOX_API_KEY', account.apiKey);
  const send: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    return fetch(new Request(request.url.replace(sandboxUrl, target.baseUrl), request));
  };
  const timer = { now: () => performance.now(), sleep: async () => {} };
  const connection = { fetch: send, pace: { requests: 240, windowMs: 0 }, timer };
  return {
    startSandbox: () => startSandboxTarget({ seed: 1, warn: () => {} }, connection),
    /** Number of active entities of each kind that has a list of its own. */
    async present(kinds: readonly CreatedKind[]): Promise<number[]> {
      const lists = kinds.flatMap(({ list }) => list ?? []);
      const answers = await Promise.all(lists.map((list) => account.request('GET', list)));
      // Lists without a filter for it show archived entities too.
      const isThere = ({ status }: { status?: string }) => status !== 'archived';
      return answers.map(({ body }) => (body as { data: { status?: string }[] }).data.filter(isThere).length);
    },
    [Symbol.asyncDispose]: () => target.close(),
  };
}

/** Creates an entity of the document's example, or below the first owner with the first generated body that is accepted. */
async function createOne({ contract, freshEmail, ...target }: Target, { path }: CreatedKind): Promise<void> {
  const account = target.newAccount();
  const creation = contract.operations.find((one) => one.method === 'POST' && one.path === path);
  if (creation && !path.includes('{')) return void (await createAny(account, creation));
  let filled = path;
  while (filled.includes('{')) {
    const collection = filled.slice(0, filled.indexOf('/{'));
    const { body } = await account.request('GET', collection);
    const [owner] = (body as { data: { id: string }[] }).data;
    filled = filled.replace(/\{\w+\}/, String(owner?.id));
  }
  for (const { value } of creation ? bodyCasesOf(contract, creation, freshEmail) : []) {
    const { status } = await account.request('POST', filled, { body: value });
    if (status === 201) return;
  }
  expect.unreachable(`No case creates ${path}.`);
}
