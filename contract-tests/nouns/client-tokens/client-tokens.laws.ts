import fc from 'fast-check';
import { nullableText, text } from '../../arbitraries/text.ts';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import { unknownId } from '../arrange.ts';
import { awaitEvents, newestEvent } from '../events/arrange.ts';
import { type ClientToken, createClientToken, revokeClientToken } from './arrange.ts';

/** Bodies that create a client-side token. */
const clientTokenCreate = fc.record(
  {
    name: text(149).map((rest) => `T${rest}`),
    description: nullableText(499).map((rest) => (rest === null ? null : `D${rest}`)),
  },
  { requiredKeys: ['name'] },
);

async function read(account: Account, { id }: ClientToken): Promise<ClientToken> {
  return (await account.call('getClientToken', { path: { client_token_id: id } })).data;
}

async function listedIds(account: Account, query: object = {}): Promise<string[]> {
  return (await account.call('listClientTokens', { query: { per_page: 200, ...query } })).data.map(({ id }) => id);
}

export default laws(({ target, test }) => {
  const { behaviours } = target;

  test('client-tokens: a token has the name and the description that were sent, and is active', async () => {
    const account = target.newAccount();
    const property = fc.asyncProperty(clientTokenCreate, async (fields) => {
      const created = (await account.call('createClientToken', { body: fields })).data;
      const { id, token, created_at, updated_at, ...rest } = created;
      expect(id).toMatch(/^ctkn_[a-z\d]{26}$/);
      expect(token).toMatch(/^(test|live)_[a-zA-Z\d]+$/);
      expect(rest).toEqual({ description: null, ...fields, status: 'active', revoked_at: null });
      expect(updated_at).toBe(created_at);
      expect(await read(account, created)).toEqual(created);
    });
    await assertProperty(property, 20);
  });

  test('client-tokens: two of them differ in ID and token, whatever their names', async () => {
    const account = target.newAccount();
    const [one, other] = [await createClientToken(account), await createClientToken(account)];
    expect(one.id).not.toBe(other.id);
    expect(one.token).not.toBe(other.token);
  });

  test('client-tokens: an invalid body is refused', async () => {
    const account = target.newAccount();
    const name = 'Pricing page';
    for (const [body, field] of [
      [{}, '(root)'],
      [{ name: '' }, 'name'],
      [{ name: 'x'.repeat(151) }, 'name'],
      [{ name, description: '' }, 'description'],
      [{ name, description: 'x'.repeat(501) }, 'description'],
      [{ name, token: 'test_mine' }, '(root)'],
    ] as const) {
      const refusal = await account.refusal('createClientToken', { body: Object(body) });
      expect(refusal, JSON.stringify(body)).toMatchObject({ status: 400, code: 'bad_request', errors: [{ field }] });
    }
    const path = { client_token_id: (await createClientToken(account)).id };
    for (const body of [{}, { status: 'archived' }, { status: 'revoked', name }]) {
      const refusal = await account.refusal('updateClientToken', { path, body: Object(body) });
      expect(refusal, JSON.stringify(body)).toMatchObject({ status: 400, code: 'bad_request' });
    }
  });

  test('create-status-code: creating a client-side token answers 201', async () => {
    const body = { name: 'Pricing page' };
    expect((await target.newAccount().request('POST', '/client-tokens', { body })).status).toBe(201);
  });

  test('get-404: a client-side token that does not exist is not found', async () => {
    const account = target.newAccount();
    const path = { client_token_id: unknownId('ctkn') };
    for (const refusal of [
      await account.refusal('getClientToken', { path }),
      await account.refusal('updateClientToken', { path, body: { status: 'revoked' } }),
    ])
      expect(refusal).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('client-token-revocation: a revoked token keeps the time of it, and stays revoked', async () => {
    const account = target.newAccount();
    const created = await createClientToken(account);
    const revoked = await revokeClientToken(account, created);
    expect(revoked).toEqual({
      ...created,
      status: 'revoked',
      revoked_at: expect.any(String),
      updated_at: revoked.revoked_at,
    });
    const path = { client_token_id: created.id };
    for (const status of ['active', 'revoked'] as const)
      expect(await account.refusal('updateClientToken', { path, body: { status } })).toMatchObject({
        status: 400,
        code: 'invalid_field',
        errors: [{ field: 'status' }],
      });
    expect(await read(account, created)).toEqual(revoked);
  });

  test('client-token-lists: tokens are listed newest first, and only active ones unless others are asked for', async () => {
    const account = target.newAccount();
    const [first, second, third] = [
      await createClientToken(account),
      await createClientToken(account),
      await createClientToken(account),
    ];
    await revokeClientToken(account, second);
    const own = new Set([first.id, second.id, third.id]);
    const listed = async (query: object = {}) => (await listedIds(account, query)).filter((id) => own.has(id));
    expect(await listed()).toEqual([third.id, first.id]);
    expect(await listed({ status: 'active' })).toEqual([third.id, first.id]);
    expect(await listed({ status: 'revoked' })).toEqual([second.id]);
    expect(await listed({ status: 'active,revoked' })).toEqual([third.id, second.id, first.id]);
    expect(await listed({ order_by: 'id[ASC]' })).toEqual([first.id, third.id]);
    expect(await listed({ after: third.id })).toEqual([first.id]);
  });

  const announced = behaviours['webhook-events'] === 'all';
  test(`client-token-events: creating and revoking client-side tokens are ${announced ? 'events' : 'no events'}`, async () => {
    const account = target.newAccount();
    const newest = await newestEvent(account);
    const created = await createClientToken(account);
    const revoked = await revokeClientToken(account, created);
    const expected = [
      { event_type: 'client_token.created', data: created },
      { event_type: 'client_token.updated', data: revoked },
      { event_type: 'client_token.revoked', data: revoked },
    ];
    const events = await awaitEvents(account, newest, announced ? expected.length : 0);
    const own = events.filter(({ data }) => data['id'] === created.id);
    expect(own.map(({ event_type, data }) => ({ event_type, data }))).toEqual(announced ? expected : []);
  });
});
