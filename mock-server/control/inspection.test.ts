import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { loadSeed } from '#fixtures/seeds/seed.ts';
import { type Paddock, startPaddock } from '../index.ts';

let paddock: Paddock;
beforeAll(async () => {
  const fixtures = loadSeed('small-saas');
  paddock = await startPaddock({ fixtures, clock: { now: '2026-07-01T00:00:00Z', frozen: true } });
});
afterAll(() => paddock.close());

const ask = async (path: string, { apiKey = paddock.apiKey, ...init }: RequestInit & { apiKey?: string } = {}) => {
  const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' };
  const response = await fetch(paddock.url + path, { ...init, headers });
  return { status: response.status, body: JSON.parse((await response.text()) || 'null') };
};
const read = async (path: string) => (await ask(`/_paddock/${path}`)).body;

test('the overview counts entities by status', async () => {
  const { entities, clock } = await read('overview');
  expect(clock).toEqual({ now: '2026-07-01T00:00:00.000Z', frozen: true });
  expect(entities).toContainEqual({ kind: 'customers', status: 'archived', number: 5 });
  const { total } = await read('entities?kind=customers&where=status%3Darchived');
  expect(total).toBe(5);
});

test('the agenda lists changes of entities and notifications in the order of time', async () => {
  const account = await paddock.fork();
  const { apiKey } = account;
  await account.webhooks.register({ url: 'http://127.0.0.1:1/webhooks' });
  await account.trigger('customer.created');
  await account.settle();
  const { agenda } = (await ask('/_paddock/agenda?limit=200', { apiKey })).body;
  const times = agenda.map(({ due_at }: { due_at: string }) => due_at);
  expect(times).toEqual([...times].sort());
  expect(agenda).toContainEqual(
    expect.objectContaining({ kind: 'notifications', note: 'customer.created', status: 'needs_retry' }),
  );
  const resumed = { kind: 'subscriptions', status: 'paused', note: 'resume', due_at: '2026-07-03T00:00:00.000Z' };
  expect(agenda).toContainEqual(expect.objectContaining(resumed));
});

describe('a list of entities', () => {
  test('is paged, and sorted by a time of the kind', async () => {
    const first = await read('entities?kind=customers&limit=15&order_by=updated_at%5BASC%5D');
    const after = first.entities.at(-1).id;
    const rest = await read(`entities?kind=customers&limit=200&order_by=updated_at%5BASC%5D&after=${after}`);
    const times = [...first.entities, ...rest.entities].map(({ updated_at }) => Date.parse(updated_at));
    expect([first.has_more, rest.has_more, times.length]).toEqual([true, false, first.total]);
    expect(times).toEqual([...times].sort((one, other) => one - other));
  });

  test('is searched as in the API', async () => {
    const [{ email }] = (await read('entities?kind=customers&limit=1')).entities;
    const found = await read(`entities?kind=customers&search=${encodeURIComponent(email)}`);
    expect(found.entities.map((each: { email: string }) => each.email)).toEqual([email]);
  });

  test('is filtered as in the API: by ID, by times with operators, by missing values and by prices of items', async () => {
    const all = (await read('entities?kind=subscriptions&limit=200')).entities;
    const listed = async (...where: string[]) =>
      (await read(`entities?kind=subscriptions&limit=200&${new URLSearchParams(where.map((each) => ['where', each]))}`))
        .entities;
    const ids = (entities: { id: string }[]) => entities.map(({ id }) => id);
    const [{ id, updated_at, items }, { id: other }] = all;
    expect(ids(await listed(`id=${id}`, `id=${other}`))).toEqual([id, other]);
    const at = Date.parse(updated_at);
    const later = all.filter((each: { updated_at: string }) => Date.parse(each.updated_at) >= at);
    const listedLater = await listed(`updated_at[GTE]=${updated_at}`);
    expect(ids(listedLater).toSorted()).toEqual(ids(later).toSorted());
    expect(ids(await listed(`updated_at[GT]=${updated_at}`))).not.toContain(id);
    const canceled = all.filter((each: { next_billed_at: string | null }) => each.next_billed_at === null);
    expect(ids(await listed('next_billed_at=null'))).toEqual(ids(canceled));
    const price = items[0].price.id;
    const holding = all.filter((each: { items: { price: { id: string } }[] }) =>
      each.items.some((item) => item.price.id === price),
    );
    expect(ids(await listed(`price_id=${price}`))).toEqual(ids(holding));
    expect(await listed(`price_id=${price},${price}`)).toEqual([]);
  });

  test('shows no secret', async () => {
    const account = paddock.newAccount();
    await account.webhooks.register({ url: 'http://127.0.0.1:1/secret' });
    const { body } = await ask('/_paddock/entities?kind=notification_settings', account);
    expect(body.total).toBe(1);
    expect(body.entities[0].endpoint_secret_key).toMatch(/\*{4}$/);
  });

  test.each([
    ['kind=clients', 'customers'],
    ['kind=customers&where=email', 'email'],
    ['kind=customers&where=name%3DSam', 'email'],
    ['kind=customers&where=email%5BGT%5D%3Da', 'updated_at'],
    ['kind=customers&where=updated_at%5BGT%5D%3Dsoon', 'no time'],
    ['kind=customers&order_by=name%5BASC%5D', 'updated_at'],
  ])('is refused for %s', async (query, known) => {
    const { status, body } = await ask(`/_paddock/entities?${query}`);
    expect([status, body.error.code]).toEqual([400, 'invalid_request']);
    expect(body.error.detail).toContain(known);
  });

  test('is not logged', async () => {
    await ask('/ips');
    const { requests } = await read('overview');
    await read('entities?kind=products&limit=1');
    expect((await read('overview')).requests).toBe(requests);
  });
});

describe('an entity', () => {
  const bought = async () => {
    const [price] = (await read('entities?kind=prices&where=status%3Dactive')).entities;
    const { body } = await ask('/_paddock/subscriptions', {
      method: 'POST',
      body: JSON.stringify({
        items: [{ price_id: price.id, quantity: 1 }],
        customer: { email: 'buyer@example.com' },
        address: { country_code: 'US', postal_code: '10021' },
      }),
    });
    return body;
  };

  test('comes with its relations and events', async () => {
    const { id, customer_id, transaction_id } = await bought();
    const { kind, entity, refers_to, referred_by, events } = await read(`entities/${id}`);
    expect([kind, entity.id]).toEqual(['subscriptions', id]);
    expect(refers_to).toContainEqual({ field: 'customer_id', kind: 'customers', id: customer_id });
    expect(referred_by).toContainEqual({ field: 'subscription_id', kind: 'transactions', id: transaction_id });
    const customer = await read(`entities/${customer_id}`);
    expect(customer.events.map((event: { event_type: string }) => event.event_type)).toEqual(['customer.created']);
    expect(events.length).toBeGreaterThan(0);
  });

  test('is what its events refer to', async () => {
    const { id } = await bought();
    const { events } = await read(`entities/${id}`);
    const { kind, entity, refers_to, moves } = await read(`entities/${events[0].event_id}`);
    expect([kind, entity.event_type, entity.data.id, moves]).toEqual(['events', events[0].event_type, id, []]);
    expect(refers_to).toEqual([{ field: 'data.id', kind: 'subscriptions', id }]);
  });

  test('can make no move that is refused, and each that is offered to a paid subscription', async () => {
    const { entities: counts } = await read('overview');
    const statuses = counts.filter(({ kind }: { kind: string }) => kind === 'subscriptions');
    expect(statuses.length).toBe(5);
    await paddock.snapshots.take('before');
    for (const { status } of statuses) {
      const [{ id }] = (await read(`entities?kind=subscriptions&where=status%3D${status}`)).entities;
      const { moves } = await read(`entities/${id}`);
      for (const { name, request, refusal } of moves) {
        // A renewal is the clock's work, which is never refused.
        if (name === 'renew') continue;
        const { method, path, body } = request;
        const answer = await ask(path, { method, ...(body !== null && { body: JSON.stringify(body) }) });
        const expected = refusal !== null ? false : status === 'active' || answer.status < 300;
        expect([status, name, answer.status < 300]).toEqual([status, name, expected]);
        await paddock.snapshots.restore('before');
      }
    }
  });

  test('that is archived offers to be reactivated where the behaviours allow it', async () => {
    const [{ id }] = (await read('entities?kind=products')).entities;
    await ask(`/products/${id}`, { method: 'PATCH', body: '{"status":"archived"}' });
    const { moves } = await read(`entities/${id}`);
    const request = { method: 'PATCH', path: `/products/${id}`, body: { status: 'active' } };
    expect(moves).toEqual([{ name: 'reactivate', request, refusal: null }]);
    const archived = (await read('entities?kind=customers&where=status%3Darchived')).entities[0];
    expect((await read(`entities/${archived.id}`)).moves).toEqual([
      expect.objectContaining({ name: 'reactivate', refusal: expect.objectContaining({ code: 'not_found' }) }),
    ]);
  });

  test('that does not exist is not found', async () => {
    expect((await ask('/_paddock/entities/ctm_01kpadd0ck0000000000000009')).status).toBe(404);
  });
});

describe('a request', () => {
  test('comes with its hint, and programs that send it again', async () => {
    await ask('/customers?colour=red');
    const { requests } = await read('overview');
    const { request, hint, curl, typescript } = await read(`requests/${requests}`);
    expect(request).toMatchObject({ operation_id: 'listCustomers', status: 200 });
    expect(hint).toContain('colour');
    expect(curl).toContain('/customers?colour=red');
    expect(typescript).toContain('/customers?colour=red');
    expect((await ask(`/_paddock/requests/${requests + 1}`)).status).toBe(404);
  });

  test('is streamed as it arrives, a refused one with its code', async () => {
    const { apiKey, requests } = paddock.newAccount();
    const { body } = await fetch(`${paddock.url}/_paddock/requests/live`, {
      headers: { Authorization: `Bearer ${apiKey}` },
    });
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain('"requests":[]');
    await ask('/customers/ctm_01kpadd0ck0000000000000009', { apiKey });
    const [event, data] = (await reader?.read())?.value?.split('\n') ?? [];
    expect(event).toBe('event: requests');
    expect(JSON.parse(data?.slice('data: '.length) ?? '')).toMatchObject({
      requests: [{ operation_id: 'getCustomer', status: 404, error_code: 'not_found' }],
      skipped: 0,
    });
    await requests.clear();
    expect((await reader?.read())?.value).toContain('event: cleared');
    await reader?.cancel();
  });

  test('has no body for HEAD, after which the connection takes the next request', { timeout: 20_000 }, async () => {
    const { hostname, port } = new URL(paddock.url);
    const connection = connect(Number(port), hostname);
    onTestFinished(() => void connection.destroy());
    const head = (line: string) =>
      `${line} HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${paddock.apiKey}\r\n\r\n`;
    connection.write(head('HEAD /_paddock/requests/live') + head('GET /event-types'));
    let received = '';
    for await (const chunk of connection.setEncoding('utf8')) {
      received += chunk;
      if (received.includes('customer.created')) break;
    }
    expect(received.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200']);
  });

  test('does not keep the server from closing while it is streamed', async () => {
    const other = await startPaddock();
    const { body } = await fetch(`${other.url}/_paddock/requests/live`);
    await other.close();
    expect(await new Response(body).text()).toContain('event: requests');
  });
});

test('a delivery comes with its body and the verification of its signature', async () => {
  const account = paddock.newAccount();
  await account.webhooks.collect();
  await account.trigger('customer.created');
  await account.settle();
  const [delivery] = await account.webhooks.deliveries();
  const { id, notification_setting_id } = delivery ?? { id: 'none' };
  const { body } = await ask(`/_paddock/deliveries/${id}`, account);
  expect(JSON.parse(body.body)).toMatchObject({ event_type: 'customer.created' });
  expect(body.verification).toMatchObject({ is_valid: true });
  const attempts = async (notification: string) =>
    (await ask(`/_paddock/deliveries?notification_id=${notification}`, account)).body.deliveries;
  expect(await attempts(delivery?.notification_id ?? '')).toMatchObject([{ id }]);
  expect(await attempts('ntf_01kpadd0ck0000000000000009')).toEqual([]);
  await ask(`/_paddock/secrets/${notification_setting_id}/rotate`, {
    ...account,
    method: 'POST',
    body: '{"overlap_seconds":0}',
  });
  expect((await ask(`/_paddock/deliveries/${id}`, account)).body.verification).toMatchObject({ is_valid: false });
  expect((await ask('/_paddock/deliveries/ntflog_01kpadd0ck0000000000000009', account)).status).toBe(404);
});

test('a built-in seed is added by its name, and an unknown one is refused with the known ones', async () => {
  const { apiKey } = paddock.newAccount();
  const added = await ask('/_paddock/seeds/small-saas', { apiKey, method: 'POST' });
  expect(added.body).toMatchObject({ customers: 25 });
  const { status, body } = await ask('/_paddock/seeds/big-saas', { method: 'POST' });
  expect([status, body.error.detail]).toEqual([400, expect.stringContaining('small-saas')]);
});

test('the description lists what can be steered under the behaviours of the account', async () => {
  const { behaviours, triggers, seeds, kinds, operations } = await read('description');
  expect(operations).toContain('pauseSubscription');
  expect(behaviours).toContainEqual(
    expect.objectContaining({ name: 'duplicate-emails', guide: 'allow', official: 'reject' }),
  );
  expect(triggers).not.toContain('product.created');
  expect(seeds).toContainEqual({ name: 'small-saas', entities: expect.objectContaining({ customers: 25 }) });
  expect(kinds).toContainEqual(
    expect.objectContaining({ kind: 'subscriptions', statuses: expect.arrayContaining(['paused']) }),
  );
});
