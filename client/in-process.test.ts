import { expect, test } from 'vitest';
import { startPaddock } from '#mock-server/index.ts';
import { createPaddleClient } from './create-paddle-client.ts';
import { paginate } from './pagination/paginate.ts';

test.each(['guide', 'official'] as const)(
  'the client believes that it speaks to the sandbox, through the mock’s fetch and with the profile %s',
  async (profile) => {
    await using paddock = await startPaddock({ profile });
    const paddle = createPaddleClient({ apiKey: paddock.apiKey, environment: 'sandbox', fetch: paddock.fetch });
    const emails = ['kim@example.com', 'lee@example.com', 'sam@example.com'];
    for (const email of emails) await paddle.POST('/customers', { body: { email } });
    const listed: string[] = [];
    for await (const { email } of paginate(paddle, '/customers', { params: { query: { per_page: 1 } } }))
      listed.push(email);
    expect(listed.toSorted()).toEqual(emails);
    const missing = paddle.GET('/customers/{customer_id}', {
      params: { path: { customer_id: `ctm_${'0'.repeat(26)}` } },
    });
    await expect(missing).rejects.toMatchObject({ status: 404 });
  },
);
