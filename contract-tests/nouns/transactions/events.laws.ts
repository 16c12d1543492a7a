import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import { awaitEvents, newestEvent } from '../events/arrange.ts';
import {
  createBuyer,
  createPrice,
  createTransaction,
  invoiced,
  itemOf,
  soldTo,
  type Transaction,
  updateTransaction,
} from './arrange.ts';

/** Types that the guide lists. */
const listed = ['transaction.created', 'transaction.updated', 'transaction.completed', 'transaction.payment_failed'];

export default laws(({ target, test }) => {
  /** Expects the events of one transaction since another event, in order, the last with the transaction as it is. */
  async function expectEvents(account: Account, after: string | undefined, entity: Transaction, types: string[]) {
    const isListed = target.behaviours['webhook-events'] === 'listed';
    const expected = types.map((type) => `transaction.${type}`).filter((type) => !isListed || listed.includes(type));
    const events = await awaitEvents(account, after, expected.length);
    const own = events.filter(({ data }) => data['id'] === entity.id);
    expect(own.map(({ event_type }) => event_type)).toEqual(expected);
    expect(own.at(-1)?.data).toEqual(entity);
  }

  test('transaction-events: a draft is created, updated and made ready', async () => {
    const account = target.newAccount();
    const buyer = soldTo(await createBuyer(account));
    const items = [itemOf(await createPrice(account))];
    const start = await newestEvent(account);
    const draft = await createTransaction(account, { items });
    await expectEvents(account, start, draft, ['created']);
    const created = await newestEvent(account);
    const ready = await updateTransaction(account, draft, buyer);
    await expectEvents(account, created, ready, ['updated', 'ready']);
    const before = await newestEvent(account);
    await expectEvents(account, before, await updateTransaction(account, draft, { custom_data: { a: 'b' } }), [
      'updated',
    ]);
    const last = await newestEvent(account);
    await account.refusal('updateTransaction', { path: { transaction_id: draft.id }, body: { status: 'paid' } });
    expect(await newestEvent(account)).toBe(last);
  });

  test('transaction-events: one that is ready or billed at once says so, and an invoice gets its subscription and its number later', async () => {
    const account = target.newAccount();
    const buyer = soldTo(await createBuyer(account));
    const items = [itemOf(await createPrice(account))];
    const start = await newestEvent(account);
    await expectEvents(account, start, await createTransaction(account, { items, ...buyer }), ['created', 'ready']);
    const before = await newestEvent(account);
    const billed = await createTransaction(account, { items, ...buyer, ...invoiced, status: 'billed' });
    await expectEvents(account, before, billed, ['created', 'billed', 'updated', 'updated']);
    const events = await awaitEvents(account, before, 2);
    const [created] = events.filter(({ data }) => data['id'] === billed.id);
    expect(created?.data).toMatchObject({ status: 'billed', invoice_number: null });
  });

  test('transaction-events: billing, canceling and revising are announced', async () => {
    const account = target.newAccount();
    const buyer = soldTo(await createBuyer(account));
    const open = await createTransaction(account, { ...buyer, ...invoiced });
    const path = { transaction_id: open.id };
    let before = await newestEvent(account);
    await expectEvents(account, before, await updateTransaction(account, open, { status: 'billed' }), [
      'updated',
      'billed',
      'updated',
    ]);
    before = await newestEvent(account);
    const revised = await account.call('reviseTransaction', { path, body: { customer: { name: 'Sam Smith' } } });
    await expectEvents(account, before, revised.data, ['updated', 'revised']);
    before = await newestEvent(account);
    await expectEvents(account, before, await updateTransaction(account, open, { status: 'canceled' }), [
      'updated',
      'canceled',
    ]);
  });
});
