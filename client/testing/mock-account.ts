import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createPaddleClient } from '../create-paddle-client.ts';
import { paginate } from '../pagination/paginate.ts';
import type { PaddleClient } from '../requests/paddle-client.ts';

interface Mock {
  readonly url: string;
  readonly apiKey: string;
  reset(): Promise<unknown>;
  close(): Promise<unknown>;
}

/** Starts a mock for the tests of a `describe` and resets it before each. */
export function useMock<Started extends Mock>(start: () => Promise<Started>) {
  let mock: Started;
  beforeAll(async () => {
    mock = await start();
  });
  beforeEach(async () => {
    await mock.reset();
  });
  afterAll(async () => {
    await mock.close();
  });

  const connect = (fetch?: (request: Request) => Promise<Response>): PaddleClient =>
    createPaddleClient({
      apiKey: mock.apiKey,
      environment: mock.url,
      retry: { maxAttempts: 1 },
      ...(fetch && { fetch }),
    });
  return {
    connect,
    mock: () => mock,
    /** Returns the email address and status of every customer, oldest first. */
    listCustomers: async () => {
      const customers: string[] = [];
      const query = { status: ['active' as const, 'archived' as const], order_by: 'id[ASC]' as const };
      for await (const { email, status } of paginate(connect(), '/customers', { params: { query } })) {
        customers.push(`${email} ${status}`);
      }
      return customers;
    },
  };
}

/** Wraps `fetch` and records each request. */
export function watchFetch() {
  const calls: { method: string; path: string; body: string }[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const { method, url } = request;
    calls.push({ method, path: new URL(url).pathname, body: await request.clone().text() });
    return globalThis.fetch(request);
  };
  return { fetch, calls };
}
