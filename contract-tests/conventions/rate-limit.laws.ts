import { onTestFinished } from '../law/current-law.ts';
import { expect } from '../law/expect.ts';
import { createCustomer } from '../nouns/arrange.ts';
import { laws, type TestContext } from '../suite/laws.ts';
import { type Account, type Answer, refusalIn } from '../targets/account.ts';
import type { Target } from '../targets/target.ts';

export default laws(({ target, test }) => {
  const perKey = target.behaviours['rate-limit'] === 'per-key';
  const limit = perKey ? 100 : 240;

  /** Starts a rate-limited target for one test: limits outlast a test, and may apply to the whole machine. */
  async function startLimited({ skip }: TestContext): Promise<Target> {
    const start =
      target.can.withRateLimit ?? skip('the target may not be sent more requests than its rate limit allows');
    const limited = await start();
    onTestFinished(() => limited.close());
    return limited;
  }

  /** Sends requests until some are refused, which takes longer if another window begins meanwhile. */
  async function sendTooMany(account: Account): Promise<{ accepted: Answer[]; refused: Answer[] }> {
    const answers: Answer[] = [];
    while (answers.length < 10 * limit && !answers.some(({ status }) => status === 429)) {
      answers.push(...(await Promise.all(Array.from({ length: 20 }, () => account.request('GET', '/event-types')))));
    }
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length, 'number of refused requests').toBeGreaterThan(0);
    return { accepted: answers.filter(({ status }) => status === 200), refused };
  }

  test(`rate-limit-100-per-second: ${limit} requests ${perKey ? 'a second' : 'a minute'} are answered, more are refused`, async (context) => {
    const limited = await startLimited(context);
    const { accepted } = await sendTooMany(limited.newAccount());
    expect(accepted.length).toBeGreaterThanOrEqual(limit);
  });

  test(`rate-limit-x-headers: refusals ${perKey ? 'say how many requests are allowed' : 'have no X-RateLimit headers'}`, async (context) => {
    const limited = await startLimited(context);
    const { refused } = await sendTooMany(limited.newAccount());
    for (const { headers } of refused) {
      const sent = ['limit', 'remaining', 'reset'].map((name) => headers.get(`x-ratelimit-${name}`));
      expect(sent).toEqual(perKey ? ['100', '0', expect.stringMatching(/^\d{10}$/)] : [null, null, null]);
    }
  });

  test('rate-limit-concurrent-0: requests at the same time are all answered', async () => {
    const account = target.newAccount();
    const answers = await Promise.all(Array.from({ length: 20 }, () => account.request('GET', '/event-types')));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });

  test('rate-limit-concurrent-0: writes of one entity at the same time are done, or refused as concurrent', async () => {
    const account = target.newAccount();
    const { id } = await createCustomer(account);
    const names = Array.from({ length: 10 }, (_, number) => `Sam ${number}`);
    const outcomes = await Promise.all(
      names.map(async (name) => {
        const answer = await account.request('PATCH', `/customers/${id}`, { body: { name } });
        return answer.status === 200 ? { name } : { refused: refusalIn(answer).code };
      }),
    );
    const done = outcomes.flatMap(({ name }) => name ?? []);
    expect(outcomes.flatMap(({ refused }) => refused ?? [])).toEqual(
      Array(names.length - done.length).fill('concurrent_modification'),
    );
    const { data } = await account.call('getCustomer', { path: { customer_id: id } });
    expect(done).toContain(data.name);
  });

  test('rate-limit-429 and rate-limit-retry-after: the refusal says when to come back, and then requests are answered', async (context) => {
    const limited = await startLimited(context);
    const clock = limited.can.clock ?? context.skip('the clock of the target cannot be moved');
    const account = limited.newAccount();
    const { refused } = await sendTooMany(account);
    for (const { headers, body } of refused) {
      expect(body).toMatchObject({ error: { code: 'too_many_requests' } });
      expect(headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
      expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(perKey ? 1 : 60);
    }
    await clock.advance(account, { seconds: Number(refused[0]?.headers.get('retry-after')) });
    expect((await account.request('GET', '/event-types')).status).toBe(200);
  });

  test(`rate-limit-per-key: another key of the account is ${perKey ? 'not held up' : 'held up too'}`, async (context) => {
    const limited = await startLimited(context);
    const keys = limited.can.keys ?? context.skip('API keys cannot be created on the target');
    const account = limited.newAccount();
    const other = await keys.create(account, {});
    await sendTooMany(account);
    expect((await other.request('GET', '/event-types')).status).toBe(perKey ? 200 : 429);
  });

  test.runIf(!perKey)(
    'rate-limit-100-per-second: whoever is refused is refused until the time is over',
    async (context) => {
      const limited = await startLimited(context);
      const clock = limited.can.clock ?? context.skip('the clock of the target cannot be moved');
      const account = limited.newAccount();
      const { refused } = await sendTooMany(account);
      const seconds = Number(refused[0]?.headers.get('retry-after'));
      await clock.advance(account, { seconds: seconds - 10 });
      expect((await account.request('GET', '/event-types')).status).toBe(429);
    },
  );
});
