import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonOf, send, statusOf } from '../http/faulty/testing/send.ts';
import { type Fault, FaultsNotHit, type Paddock, type PaddockAccount, startPaddock, UsageError } from '../index.ts';

let paddock: Paddock;
beforeAll(async () => {
  paddock = await startPaddock({ rateLimit: false });
});
afterAll(() => paddock.close());

async function accountWith(...faults: Fault[]): Promise<PaddockAccount> {
  const account = paddock.newAccount();
  for (const fault of faults) await account.faults.add(fault);
  return account;
}

/** Lists customers several times, and returns the numbers of the failed calls, from 1. */
async function failuresOf(account: PaddockAccount, times: number): Promise<number[]> {
  const failed: number[] = [];
  for (let count = 1; count <= times; count += 1) {
    if (statusOf(await send(account, 'GET', '/customers')) !== 200) failed.push(count);
  }
  return failed;
}

describe('a fault acts', () => {
  test.each<[Fault, number[]]>([
    [{}, [1, 2, 3, 4, 5, 6]],
    [{ first: 2 }, [1, 2]],
    [{ nth: 3 }, [3]],
    [{ every: 2 }, [2, 4, 6]],
    [{ probability: 1 }, [1, 2, 3, 4, 5, 6]],
  ])('when it is due: %j', async (timing, expected) => {
    expect(await failuresOf(await accountWith({ error: 503, ...timing }), 6)).toEqual(expected);
  });

  test('at random, on requests that depend on the seed', async () => {
    const run = async (seed: number) => failuresOf(await accountWith({ probability: 0.5, seed, error: 503 }), 40);
    const [one, again, other] = [await run(1), await run(1), await run(2)];
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
    expect(one.length).toBeGreaterThan(8);
    expect(one.length).toBeLessThan(32);
  });

  const id = 'ctm_01kpadd0ck0000000000000001';
  test.each<[Fault, string, string]>([
    [{ operation_id: 'getCustomer' }, `/customers/${id}`, '/customers'],
    [{ path: '/customers/*' }, `/customers/${id}?include=x`, `/customers/${id}/addresses`],
    [{ path: '/customers/**' }, `/customers/${id}/addresses`, '/events'],
    [{ entity_id: id }, `/customers/${id}`, '/customers/ctm_01kpadd0ck0000000000000002'],
    [{ header: { name: 'X-Team', value: 'billing' } }, '/customers', '/events'],
    [{ header: { name: 'x-team' } }, '/customers', '/events'],
    [{ path: '/customers', header: { name: 'X-Team' }, method: 'GET' }, '/customers', '/events'],
  ])('on requests that match %j: %s, but not %s', async (match, fitting, other) => {
    const account = await accountWith({ ...match, error: 'conflict' });
    const headers = { 'X-Team': 'billing' };
    expect(statusOf(await send(account, 'GET', fitting, { headers }))).toBe(409);
    expect(statusOf(await send(account, 'GET', other, match.header ? {} : { headers }))).not.toBe(409);
  });

  test('only if all its conditions match, and only on methods of its effect', async () => {
    const account = await accountWith(
      { operation_id: 'listCustomers', header: { name: 'X-Team', value: 'sales' }, error: 503 },
      { path: '/customers', duplicate: true },
      { path: '/customers', stale: true },
    );
    expect(statusOf(await send(account, 'GET', '/customers', { headers: { 'X-Team': 'billing' } }))).toBe(200);
    await send(account, 'POST', '/customers', { body: { email: 'sam@example.com' } });
    expect((await account.faults.list()).map(({ hits }) => hits)).toEqual([0, 1, 1]);
  });

  test('if it is the first that is due, while each counts its matches', async () => {
    const account = await accountWith({ nth: 2, error: 503 }, { error: 'conflict' }, { nth: 2, error: 500 });
    const statuses = [];
    for (let turn = 0; turn < 3; turn += 1) statuses.push(statusOf(await send(account, 'GET', '/customers')));
    expect(statuses).toEqual([409, 503, 409]);
    expect((await account.faults.list()).map(({ matched, hits }) => [matched, hits])).toEqual([
      [3, 1],
      [3, 2],
      [3, 0],
    ]);
  });

  test('neither on requests refused earlier nor on unknown operations', async () => {
    const account = await accountWith({ error: 503 });
    expect(statusOf(await send({ ...account, apiKey: 'wrong' }, 'GET', '/customers'))).toBe(403);
    expect(statusOf(await send(account, 'GET', '/nothing'))).toBe(404);
    expect(await account.faults.list()).toMatchObject([{ matched: 0 }]);
  });

  test('in its own account only', async () => {
    await accountWith({ error: 503 });
    expect(statusOf(await send(paddock.newAccount(), 'GET', '/customers'))).toBe(200);
  });
});

describe('the faults of an account', () => {
  test('are listed, removed, and cleared by request or reset', async () => {
    const account = await accountWith({ error: 503 }, { error: 500 });
    await account.faults.remove('fault_1');
    expect(await account.faults.list()).toEqual([{ id: 'fault_2', fault: { error: 500 }, matched: 0, hits: 0 }]);
    await expect(account.faults.remove('fault_1')).rejects.toThrow('Could not remove the fault fault_1');
    await account.faults.clear();
    expect(await account.faults.list()).toEqual([]);
    await account.faults.add({ error: 503 });
    await account.reset();
    expect(await account.faults.list()).toEqual([]);
  });

  test('are replaced completely or not at all', async () => {
    const account = await accountWith({ error: 500 });
    const replace = (faults: object[]) =>
      send(account, 'PUT', '/_paddock/faults', { body: { faults } }).then((outcome) => jsonOf(outcome));
    expect((await replace([{ error: 503 }, { error: 'nonsense' }])).error.code).toBe('invalid_request');
    expect(await account.faults.list()).toMatchObject([{ fault: { error: 500 } }]);
    expect((await replace([{ error: 503 }])).faults).toMatchObject([{ fault: { error: 503 } }]);
  });

  test('are refused with a suggestion if a field is misspelt', async () => {
    const account = await accountWith();
    const outcome = await send(account, 'POST', '/_paddock/faults', { body: { operationId: 'ips', error: 503 } });
    expect(jsonOf(outcome).error.detail).toBe(
      'Could not add a fault: the body: Additional property operationId is not allowed. Did you mean operation_id?',
    );
  });

  test('fail a test if one never acted', async () => {
    const account = await accountWith({ first: 1, error: 503 }, { nth: 2, error: 'conflict' });
    await send(account, 'GET', '/customers');
    const failing = account.faults.assertAllHit();
    await expect(failing).rejects.toThrow(FaultsNotHit);
    await expect(failing).rejects.toThrow(
      '1 of 2 faults never acted:\n  fault_2 {"nth":2,"error":"conflict"} matched 1 request',
    );
    await send(account, 'GET', '/customers');
    await account.faults.assertAllHit();
  });

  test.each<[Fault, string]>([
    [
      { operation_id: 'creatCustomer', error: 503 },
      'there is no operation creatCustomer. Did you mean createCustomer?',
    ],
    [{ error: 'too_many_request' }, 'Paddle publishes no error too_many_request. Did you mean too_many_requests?'],
    [{ error: 418 }, '418 does not identify one error. Use 429, 500, 502, 503, 540'],
    [{ operation_id: 'createCustomer' }, 'it has no effect'],
    [{ operation_id: 'createCustomer', stale: true }, 'stale works for GET only'],
    [{ method: 'PATCH', duplicate: true }, 'duplicate works for POST only'],
    [{ operation_id: 'createCustomer', method: 'GET', error: 503 }, 'createCustomer is a POST, not a GET'],
    [{ error: 503, reset: 'before' }, 'error and reset before cannot be combined'],
    [{ error: 503, duplicate: true }, 'error and duplicate cannot be combined'],
    [{ reset: 'after', body: 'empty' }, 'reset after and body cannot be combined'],
    [{ stale: true, duplicate: true }, 'stale and duplicate cannot be combined'],
    [{ first: 1, nth: 2, error: 503 }, 'first, nth, every and probability cannot be combined'],
    [{ seed: 1, error: 503 }, 'a seed has no effect'],
    [{ delay_ms: 1, retry_after: 1 }, 'retry_after needs an error'],
    [{ first: 0, error: 503 }, 'first: Must be greater than or equal to 1'],
  ])('refuse %j: %s', async (fault, message) => {
    const adding = paddock.newAccount().faults.add(fault);
    await expect(adding).rejects.toThrow(UsageError);
    await expect(adding).rejects.toThrow(message);
  });
});

describe('the header X-Paddock-Fault', () => {
  test('replaces the faults of the account, which do not count the request', async () => {
    const account = await accountWith({ error: 'conflict' });
    expect(statusOf(await send(account, 'GET', '/customers', { fault: '503; delay=1' }))).toBe(503);
    expect(await account.faults.list()).toMatchObject([{ matched: 0, hits: 0 }]);
  });

  test.each([
    ['', ' is unknown'],
    ['truncate', 'Did you mean truncated?'],
    ['too_many_request', 'Did you mean too_many_requests?'],
    ['418', '418 does not identify one error'],
    ['503;502', 'error is given twice'],
    ['delay', 'delay takes a number, as in delay=2'],
    ['delay=soon', 'delay=soon is out of range. Give a whole number from 0 to 600000'],
    ['delay=600001', 'delay=600001 is out of range'],
    ['retry-after=2', 'retry_after needs an error'],
    ['503;reset-before', 'error and reset before cannot be combined'],
    ['duplicate', 'duplicate works for POST only'],
  ])('is refused as %j: %s', async (fault, hint) => {
    const outcome = await send(paddock, 'GET', '/customers', { fault });
    expect(statusOf(outcome)).toBe(400);
    expect(jsonOf(outcome).error.code).toBe('bad_request');
    expect(outcome === 'no answer' ? '' : outcome.headers.get('X-Paddock-Hint')).toContain(hint);
  });
});

describe('a delay', () => {
  test('adds length, jitter and time per byte, even with a frozen clock', async () => {
    const account = paddock.newAccount();
    await account.clock.set({ frozen: true });
    const lengthOf = async (fault: string) => {
      const start = performance.now();
      await send(account, 'GET', '/customers', { fault });
      return performance.now() - start;
    };
    expect(await lengthOf('delay=60')).toBeGreaterThanOrEqual(59);
    // The empty list has more than 100 bytes.
    expect(await lengthOf('per-byte=0.6')).toBeGreaterThanOrEqual(59);
    const jittered = [await lengthOf('jitter=60'), await lengthOf('jitter=60'), await lengthOf('jitter=60')];
    expect(Math.max(...jittered) - Math.min(...jittered)).toBeGreaterThan(1);
  });

  test('begins after the write, which survives a disconnected client', async () => {
    const account = await accountWith({ operation_id: 'createCustomer', delay_ms: 600_000 });
    const leaving = new AbortController();
    const calling = fetch(`${paddock.url}/customers`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${account.apiKey}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'sam@example.com' }),
      signal: leaving.signal,
    });
    const isThere = async () => jsonOf(await send(account, 'GET', '/customers')).data.length === 1;
    await expect.poll(isThere).toBe(true);
    leaving.abort();
    await expect(calling).rejects.toThrow();
    const listed = () => account.requests.list({ operation_id: 'createCustomer' });
    await expect.poll(listed).toMatchObject([{ fault: 'fault_1', status: 0 }]);
  });

  test('ends when the server closes, with a response', async () => {
    const closing = await startPaddock();
    await closing.faults.add({ operation_id: 'createCustomer', delay_ms: 600_000 });
    const calling = send(closing, 'POST', '/customers', { body: { email: 'sam@example.com' } });
    await expect.poll(async () => jsonOf(await send(closing, 'GET', '/customers')).data.length).toBe(1);
    await closing.close();
    expect(statusOf(await calling)).toBe(201);
  });
});
