import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { createCustomer } from '../arrange.ts';
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
  test('transaction-invoices: an invoice has terms, and no checkout unless it can be paid online', async () => {
    const account = target.newAccount();
    const buyer = await createBuyer(account);
    const created = await createTransaction(account, { ...soldTo(buyer), ...invoiced });
    const { payment_terms } = invoiced.billing_details;
    expect(created).toMatchObject({
      ...{ status: 'ready', collection_mode: 'manual', checkout: { url: null }, invoice_number: null },
      billing_details: { enable_checkout: false, payment_terms },
    });
    const online = { ...invoiced.billing_details, enable_checkout: true, purchase_order_number: 'PO-1' };
    const paid = await createTransaction(account, { ...soldTo(buyer), ...invoiced, billing_details: online });
    expect(paid.billing_details).toMatchObject(online);
    expect(paid.checkout?.url).toContain(paid.id);
  });

  test('transaction-invoices: billing sets the time and the next number, at creation or later', async () => {
    const account = target.newAccount();
    const buyer = soldTo(await createBuyer(account));
    const first = await createTransaction(account, { ...buyer, ...invoiced, status: 'billed' });
    const ready = await createTransaction(account, { ...buyer, ...invoiced });
    const second = await updateTransaction(account, ready, { status: 'billed' });
    for (const billed of [first, second]) {
      expect(billed.status).toBe('billed');
      expect(billed.billed_at).not.toBeNull();
      expect(billed.details.totals).toMatchObject({ balance: '1000', fee: null });
      expect(billed.invoice_number).toMatch(/^\d+-\d+$/);
      expect(await readTransaction(account, billed)).toEqual(billed);
    }
    const numbers = [first, second].map(({ invoice_number }) => Number(invoice_number?.split('-')[1]));
    if (target.can.isolate) expect(numbers).toEqual([10_001, 10_002]);
    else expect(numbers[0]).toBeLessThan(numbers[1] ?? 0);
  });

  test('transaction-invoices: terms are for invoices, and changed one by one', async () => {
    const account = target.newAccount();
    const buyer = soldTo(await createBuyer(account));
    const created = await createTransaction(account, { ...buyer, ...invoiced });
    const noted = await updateTransaction(account, created, { billing_details: { purchase_order_number: 'PO-2' } });
    expect(noted.billing_details).toEqual({ ...created.billing_details, purchase_order_number: 'PO-2' });
    const items = [itemOf(await createPrice(account))];
    const { billing_details } = invoiced;
    for (const [body, code] of [
      [{ ...buyer, items, collection_mode: 'manual' }, 'transaction_billing_details_object_required'],
      [{ ...buyer, items, ...invoiced, billing_details: null }, 'transaction_billing_details_object_required'],
      [{ ...buyer, items, billing_details }, 'transaction_billing_details_must_be_null'],
      [
        { ...buyer, items, ...invoiced, checkout: { url: 'https://shop.example.com' } },
        'transaction_checkout_not_enabled',
      ],
    ] as const)
      expect(await account.refusal('createTransaction', { body }), code).toMatchObject({ status: 400, code });
    const path = { transaction_id: (await createTransaction(account, buyer)).id };
    const body = { collection_mode: 'manual', billing_details: { enable_checkout: true } };
    expect(await account.refusal('updateTransaction', { path, body })).toMatchObject({
      code: 'transaction_payment_terms_object_required',
    });
    const automatic = await updateTransaction(account, created, {
      collection_mode: 'automatic',
      billing_details: null,
    });
    expect(automatic).toMatchObject({ collection_mode: 'automatic', billing_details: null });
    expect(automatic.checkout?.url).toContain(created.id);
  });

  test('transaction-invoices: they are in some currencies only, and for a customer and an address that suit', async () => {
    const account = target.newAccount();
    const items = [itemOf(await createPrice(account))];
    const buyer = await createBuyer(account);
    const nameless = await createCustomer(account);
    const short = await createBuyer(account, { city: null });
    const trial = { trial_period: { interval: 'day', frequency: 14, requires_payment_method: true } };
    for (const [body, code] of [
      [{ ...soldTo(buyer), currency_code: 'JPY' }, 'transaction_currency_code_not_valid_for_manual'],
      [{ customer_id: nameless.id }, 'transaction_customer_not_suitable_for_collection_mode'],
      [soldTo(short), 'transaction_address_not_suitable_for_collection_mode'],
      [{ items: [itemOf(await createPrice(account, trial))] }, 'transaction_manual_must_require_payment_method'],
    ] as const)
      expect(await account.refusal('createTransaction', { body: { items, ...invoiced, ...body } }), code).toMatchObject(
        {
          status: 400,
          code,
        },
      );
    const euros = await createTransaction(account, { items, ...invoiced, ...soldTo(buyer), currency_code: 'EUR' });
    expect(euros.currency_code).toBe('EUR');
  });

  test('transaction-invoices: nothing to pay is completed when it is billed', async () => {
    const account = target.newAccount();
    const trial_period = { interval: 'day', frequency: 14, requires_payment_method: false };
    const items = [itemOf(await createPrice(account, { trial_period }))];
    const buyer = soldTo(await createBuyer(account));
    const created = await createTransaction(account, { items, ...buyer, status: 'billed' });
    const later = await updateTransaction(account, await createTransaction(account, { items, ...buyer }), {
      status: 'billed',
    });
    for (const completed of [created, later]) {
      expect(completed).toMatchObject({ status: 'completed', payments: [] });
      expect(completed.details.totals).toMatchObject({ total: '0', balance: '0', fee: '0', earnings: '0' });
    }
  });

  test('transaction-past-due: an invoice is past due when its terms have passed, and not before', async ({ skip }) => {
    const clock = target.can.clock ?? skip('the clock of the target cannot be set');
    const account = target.newAccount();
    const buyer = soldTo(await createBuyer(account));
    const open = await createTransaction(account, { ...buyer, ...invoiced, status: 'billed' });
    const canceled = await createTransaction(account, { ...buyer, ...invoiced, status: 'billed' });
    await updateTransaction(account, canceled, { status: 'canceled' });
    await clock.advance(account, { days: 13 });
    expect((await readTransaction(account, open)).status).toBe('billed');
    await clock.advance(account, { days: 1 });
    const due = await readTransaction(account, open);
    expect(due).toEqual({ ...open, status: 'past_due', updated_at: due.updated_at });
    const elapsed = Date.parse(due.updated_at) - Date.parse(open.billed_at ?? '');
    expect(elapsed).toBe(14 * 86_400_000);
    expect((await readTransaction(account, canceled)).status).toBe('canceled');
  });

  test('transaction-invoice-link: a link shows the invoice, and only to who has it', async ({ skip }) => {
    const visit = target.can.visit ?? skip('links of the target cannot be opened');
    const account = target.newAccount();
    const buyer = soldTo(await createBuyer(account));
    const open = await createTransaction(account, { ...buyer, ...invoiced });
    const path = { transaction_id: open.id };
    expect(await account.refusal('getTransactionInvoice', { path })).toMatchObject({ code: 'not_found' });
    const billed = await updateTransaction(account, open, { status: 'billed' });
    for (const disposition of ['inline', 'attachment']) {
      const { url } = (await account.call('getTransactionInvoice', { path, query: { disposition } })).data;
      expect(url).toContain(billed.invoice_number);
      const page = await visit(url);
      expect(page).toMatchObject({ status: 200, text: expect.stringContaining('10.00') });
      const tampered = new URL(url);
      tampered.searchParams.set('token', `${tampered.searchParams.get('token')?.slice(0, -1)}x`);
      expect((await visit(tampered.href)).status).toBe(404);
    }
    expect(await account.refusal('getTransactionInvoice', { path, query: { disposition: 'x' } })).toMatchObject({
      code: 'invalid_field',
    });
  });

  test('transaction-invoice-link: a link works for an hour', async ({ skip }) => {
    const visit = target.can.visit ?? skip('links of the target cannot be opened');
    const clock = target.can.clock ?? skip('the clock of the target cannot be set');
    const account = target.newAccount();
    const billed = await createTransaction(account, {
      ...{ ...soldTo(await createBuyer(account)), ...invoiced, status: 'billed' },
    });
    const path = { transaction_id: billed.id };
    const { url } = (await account.call('getTransactionInvoice', { path })).data;
    const { headers } = await account.request('GET', `/transactions/${billed.id}/invoice`);
    const hour = Date.parse(headers.get('expires') ?? '') - Date.parse(String(billed.billed_at));
    expect(hour).toBeGreaterThanOrEqual(3_600_000 - 1000);
    expect(hour).toBeLessThan(3_660_000);
    await clock.advance(account, { minutes: 59 });
    expect((await visit(url)).status).toBe(200);
    await clock.advance(account, { minutes: 1 });
    expect((await visit(url)).status).toBe(410);
  });
});
