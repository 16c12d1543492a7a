import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { unknownId } from '../arrange.ts';
import { cards } from '../payments/arrange.ts';
import {
  createBuyer,
  createPrice,
  createTransaction,
  invoiced,
  itemOf,
  readTransaction,
  soldTo,
  updateTransaction,
} from './arrange.ts';

export default laws(({ target, test }) => {
  const { behaviours } = target;

  test('transaction-update: items replace all others, with lines and totals of their own', async () => {
    const account = target.newAccount();
    const [first, second] = [await createPrice(account), await createPrice(account)];
    const created = await createTransaction(account, { items: [itemOf(first), itemOf(second, 2)] });
    const updated = await updateTransaction(account, created, { items: [itemOf(second, 5)] });
    expect(updated.items).toEqual([{ price: second, quantity: 5, proration: null }]);
    expect(updated.details.totals.total).toBe('5000');
    const lines = [...created.details.line_items, ...updated.details.line_items].map(({ id }) => id);
    expect(new Set(lines).size).toBe(3);
    expect(await readTransaction(account, created)).toEqual(updated);
  });

  test('transaction-update: what is not sent stays, lines included', async () => {
    const account = target.newAccount();
    const created = await createTransaction(account, { custom_data: { order: '1' } });
    const { customer } = await createBuyer(account);
    const updated = await updateTransaction(account, created, { customer_id: customer.id });
    expect(updated).toEqual({ ...created, customer_id: customer.id, updated_at: updated.updated_at });
    const noted = await updateTransaction(account, created, { custom_data: { order: '2' } });
    expect(noted).toEqual({ ...updated, custom_data: { order: '2' }, updated_at: noted.updated_at });
    const empty = behaviours['custom-data-empty'] === 'object' ? {} : null;
    expect((await updateTransaction(account, created, { custom_data: null })).custom_data).toEqual(empty);
  });

  test('transaction-update: a draft that gets its customer and address is ready, taxed where the address is', async () => {
    const account = target.newAccount();
    const buyer = await createBuyer(account, { country_code: 'GB', postal_code: 'EC1V 8BT', region: 'London' });
    const created = await createTransaction(account);
    expect(created.details.totals).toMatchObject({ tax: '0', total: '1000' });
    const ready = await updateTransaction(account, created, soldTo(buyer));
    expect(ready).toMatchObject({ status: 'ready', details: { totals: { tax: '200', total: '1200' } } });
    expect(ready.details.line_items[0]?.id).toBe(created.details.line_items[0]?.id);
  });

  test('transaction-update: a checkout gets another page, and the default one back', async () => {
    const account = target.newAccount();
    const created = await createTransaction(account);
    const url = 'https://shop.example.com/other';
    const moved = await updateTransaction(account, created, { checkout: { url } });
    expect(moved.checkout).toEqual({ url: `${url}?_ptxn=${created.id}` });
    expect((await updateTransaction(account, created, { custom_data: null })).checkout).toEqual(moved.checkout);
    expect((await updateTransaction(account, created, { checkout: { url: null } })).checkout).toEqual(created.checkout);
    for (const page of ['nowhere', 'ftp://shop.example.com'])
      expect(
        await account.refusal('updateTransaction', {
          path: { transaction_id: created.id },
          body: { checkout: { url: page } },
        }),
      ).toMatchObject({ code: 'transaction_checkout_url_domain_is_not_approved' });
  });

  test('transaction-status: only billed and canceled can be set, and canceled is final', async () => {
    const account = target.newAccount();
    const path = { transaction_id: (await createTransaction(account, soldTo(await createBuyer(account)))).id };
    for (const status of ['draft', 'ready', 'paid', 'completed', 'past_due'])
      expect(await account.refusal('updateTransaction', { path, body: { status } }), status).toMatchObject({
        status: 400,
        code: 'transaction_invalid_status_change',
        detail: `Invalid attempt to change status from 'ready' to '${status}'`,
      });
    const modified = { status: 'canceled', custom_data: {} };
    expect(await account.refusal('updateTransaction', { path, body: modified })).toMatchObject({
      code: 'transaction_cannot_be_modified_and_canceled',
    });
    const canceled = await updateTransaction(account, { id: path.transaction_id }, { status: 'canceled' });
    expect(canceled.status).toBe('canceled');
    for (const [body, code] of [
      [{ custom_data: null }, 'transaction_immutable'],
      [{ status: 'billed' }, 'transaction_invalid_status_change'],
      [{ status: 'canceled' }, 'transaction_invalid_status_change'],
    ] as const)
      expect(await account.refusal('updateTransaction', { path, body })).toMatchObject({ status: 400, code });
    expect(await readTransaction(account, canceled)).toEqual(canceled);
  });

  test('transaction-status: a draft is neither billed nor canceled', async () => {
    const account = target.newAccount();
    const created = await createTransaction(account);
    const path = { transaction_id: created.id };
    for (const [status, code] of [
      ['billed', 'transaction_status_must_be_ready'],
      ['canceled', 'transaction_invalid_status_change'],
    ])
      expect(await account.refusal('updateTransaction', { path, body: { status } })).toMatchObject({ code });
    expect(await readTransaction(account, created)).toEqual(created);
  });

  test('transaction-status: what is billed cannot be changed, only canceled', async () => {
    const account = target.newAccount();
    const buyer = await createBuyer(account);
    const created = await createTransaction(account, { ...soldTo(buyer), ...invoiced, status: 'billed' });
    const path = { transaction_id: created.id };
    const items = [itemOf(await createPrice(account))];
    for (const body of [{ items }, { custom_data: null }, { discount_id: null }, {}])
      expect(await account.refusal('updateTransaction', { path, body }), JSON.stringify(body)).toMatchObject({
        status: 400,
        code: 'transaction_immutable',
        detail: 'Cannot update immutable transaction',
      });
    const canceled = await updateTransaction(account, created, { status: 'canceled' });
    expect(canceled).toEqual({ ...created, status: 'canceled', updated_at: canceled.updated_at });
  });

  test('transaction-update: a refused update changes nothing', async () => {
    const account = target.newAccount();
    const buyer = await createBuyer(account);
    const created = await createTransaction(account, soldTo(buyer));
    const path = { transaction_id: created.id };
    for (const body of [
      { items: [itemOf({ id: unknownId('pri') })], custom_data: { changed: 'yes' } },
      { address_id: unknownId('add'), custom_data: { changed: 'yes' } },
      { customer_id: null },
      { collection_mode: 'manual' },
      { nickname: 'x' },
      { items: [] },
    ])
      await account.refusal('updateTransaction', { path, body });
    expect(await readTransaction(account, created)).toEqual(created);
  });

  test('transactions: what does not exist is not updated, revised or printed', async () => {
    const account = target.newAccount();
    const path = { transaction_id: unknownId('txn') };
    for (const refusal of [
      await account.refusal('updateTransaction', { path, body: { custom_data: null } }),
      await account.refusal('reviseTransaction', { path, body: { customer: { name: 'Sam' } } }),
      await account.refusal('getTransactionInvoice', { path }),
    ])
      expect(refusal).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('transaction-update: nothing changes while the buyer has to pass a challenge', async ({ skip }) => {
    const pay = target.can.pay ?? skip('transactions of the target cannot be paid');
    const account = target.newAccount();
    const { id } = await createTransaction(account, soldTo(await createBuyer(account)));
    await pay(account, id, { card: cards.asks });
    const asked = await readTransaction(account, { id });
    expect(asked.payments).toMatchObject([{ status: 'action_required' }]);
    for (const body of [{ custom_data: { plan: 'x' } }, { status: 'billed' }, { status: 'canceled' }])
      expect(await account.refusal('updateTransaction', { path: { transaction_id: id }, body })).toMatchObject({
        status: 400,
        code: 'transaction_immutable_while_processing_payment',
      });
    expect(await readTransaction(account, { id })).toEqual(asked);
    await pay(account, id, { authentication: 'fail' });
    expect(await updateTransaction(account, { id }, { status: 'canceled' })).toMatchObject({ status: 'canceled' });
  });
});
