import { expect } from '../law/expect.ts';
import { createCustomer } from '../nouns/arrange.ts';
import { listedCustomers } from '../nouns/customers/listed.ts';
import { laws } from '../suite/laws.ts';

export default laws(({ target, test }) => {
  const { behaviours } = target;

  const filters = behaviours['updated-at-filter'] === 'customers-and-subscriptions';

  test.runIf(filters)('polling-updated-at: customers can be filtered by the time of their last change', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const found = async (operator: string, time: string) =>
      listedCustomers(account, { id: customer.id, [`updated_at[${operator}]`]: time });
    const at = customer.updated_at;
    const before = new Date(Date.parse(at) - 60_000).toISOString();
    expect([await found('GTE', at), await found('LTE', at), await found('GT', before)]).toEqual([
      [customer.id],
      [customer.id],
      [customer.id],
    ]);
    expect([await found('GT', at), await found('LT', at), await found('LTE', before)]).toEqual([[], [], []]);
    const both = { id: customer.id, 'updated_at[GT]': before, 'updated_at[LTE]': at };
    expect(await listedCustomers(account, both)).toEqual([customer.id]);
  });

  test.runIf(filters)(
    'polling-updated-at: a poll from the last change it saw finds what changed since',
    async ({ skip }) => {
      const clock = target.can.clock ?? skip('the clock of the target cannot be moved');
      const account = target.newAccount();
      await clock.set(account, { now: '2026-07-01T10:00:00Z', frozen: true });
      const [first, second] = [await createCustomer(account), await createCustomer(account)];
      await clock.advance(account, { minutes: 5 });
      await account.call('updateCustomer', { path: { customer_id: first.id }, body: { name: 'Changed' } });
      expect(await listedCustomers(account, { 'updated_at[GT]': second.updated_at })).toEqual([first.id]);
    },
  );

  test.runIf(filters)('polling-updated-at: what is no time is refused', async () => {
    const account = target.newAccount();
    for (const time of ['yesterday', '2026-13-01T00:00:00Z', '']) {
      const refusal = await account.refusal('listCustomers', { query: { 'updated_at[GT]': time } });
      expect(refusal).toMatchObject({ status: 400, code: 'invalid_time_query_parameter' });
    }
  });

  test.runIf(!filters)('polling-updated-at: customers and subscriptions have no such filter', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const path = `/customers?id=${customer.id}&updated_at[LT]=2000-01-01T00:00:00Z`;
    const answer = await account.request('GET', path);
    // Paddle may refuse or ignore an unknown parameter (unpublished), but must not filter by it.
    if (answer.status === 200) expect(answer.body).toMatchObject({ data: [{ id: customer.id }] });
    else expect(answer.status).toBe(400);
  });
});
