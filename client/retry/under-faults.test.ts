import { describe, expect, test } from 'vitest';
import { type Fault, type PaddockAccount, startPaddock } from '#mock-server/index.ts';
import { createPaddleClient } from '../create-paddle-client.ts';
import { useMock } from '../testing/mock-account.ts';

const { mock, listCustomers } = useMock(() => startPaddock());

/** Creates a client of the mock that records its delays instead of waiting. */
function connect({ url, apiKey }: Pick<PaddockAccount, 'url' | 'apiKey'>) {
  const waits: number[] = [];
  const wait = async (delayMs: number) => {
    waits.push(delayMs);
  };
  const paddle = createPaddleClient({ apiKey, environment: url, timeoutMs: 5000, retry: { wait, random: () => 0.5 } });
  return { paddle, waits };
}

const body = { email: 'sam@example.com' };

describe('the client, where the API', () => {
  test('asks to wait, waits that long and creates once', async () => {
    await mock().faults.add({ operation_id: 'createCustomer', first: 2, error: 429, retry_after: 7 });
    const { paddle, waits } = connect(mock());
    await paddle.POST('/customers', { body });
    expect(waits).toEqual([7000, 7000]);
    expect(await listCustomers()).toEqual(['sam@example.com active']);
    await mock().faults.assertAllHit();
  });

  test.for<[what: string, fault: Fault, code: string, left: number]>([
    ['resets the connection before it creates', { reset: 'before' }, 'network_error', 0],
    ['resets the connection after it created', { reset: 'after' }, 'network_error', 1],
    ['breaks off in the answer', { body: 'truncated' }, 'network_error', 1],
    ['answers broken JSON', { body: 'broken_json' }, 'invalid_response', 1],
    ['answers nothing', { body: 'empty' }, 'invalid_response', 1],
    ['fails', { error: 503 }, 'service_unavailable', 0],
    ['fails in a proxy’s words', { error: 502, body: 'empty' }, 'invalid_response', 0],
  ])('%s, does not repeat a POST', async ([, fault, code, left]) => {
    await mock().faults.add({ operation_id: 'createCustomer', ...fault });
    const { paddle } = connect(mock());
    await expect(paddle.POST('/customers', { body })).rejects.toMatchObject({ code, attempts: 1 });
    expect(await listCustomers()).toHaveLength(left);
    expect(await mock().faults.list()).toMatchObject([{ matched: 1, hits: 1 }]);
  });

  test.for<Fault>([
    { reset: 'before' },
    { reset: 'after' },
    { body: 'truncated' },
    { error: 500 },
    { error: 502, body: 'wrong_content_type' },
    { error: 503, retry_after: 1 },
  ])('fails twice by %j, repeats a GET and a PATCH until they succeed', async (fault) => {
    const { paddle } = connect(mock());
    const { data } = await paddle.POST('/customers', { body });
    const path = { customer_id: data.id };
    await mock().faults.add({ operation_id: 'updateCustomer', first: 2, ...fault });
    await mock().faults.add({ operation_id: 'getCustomer', first: 2, ...fault });
    await paddle.PATCH('/customers/{customer_id}', { params: { path }, body: { name: 'Sam' } });
    const read = await paddle.GET('/customers/{customer_id}', { params: { path } });
    expect(read.data.name).toBe('Sam');
    expect((await mock().faults.list()).map(({ matched }) => matched)).toEqual([3, 3]);
  });

  test('has a lasting fault, does not wait for it', async () => {
    await mock().faults.add({ operation_id: 'listCustomers', error: 540 });
    const { paddle, waits } = connect(mock());
    await expect(paddle.GET('/customers')).rejects.toMatchObject({ status: 540, code: 'temporarily_unavailable' });
    expect(waits).toEqual([]);
  });

  test('declares JSON as another type, reads it anyway', async () => {
    await mock().faults.add({ operation_id: 'createCustomer', body: 'wrong_content_type' });
    expect((await connect(mock()).paddle.POST('/customers', { body })).data.email).toBe('sam@example.com');
  });

  test('answers too late, times out and does not create again', async () => {
    await mock().faults.add({ operation_id: 'createCustomer', delay_ms: 600_000 });
    const { url: environment, apiKey } = mock();
    const hasty = createPaddleClient({ apiKey, environment, timeoutMs: 200 });
    await expect(hasty.POST('/customers', { body })).rejects.toMatchObject({ code: 'timeout', attempts: 1 });
    expect(await listCustomers()).toEqual(['sam@example.com active']);
  });
});
