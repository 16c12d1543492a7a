import { describe, expect, test } from 'vitest';
import { buildPaymentMethod, buildTransaction } from '#fixtures/index.ts';
import { type Paddock, startPaddock } from '../../index.ts';
import { address, customer, now, transaction } from '../../triggers/testing/triggering.ts';

type Event = { event_type: string; data: { status: string; [field: string]: unknown } };

const ready = transaction('ready');
const ok = '4242 4242 4242 4242';
const asking = '4000 0038 0000 0446';
const refused = '4000 0000 0000 0002';
const once = '4000 0027 6000 3184';

/** Starts a mock that has a transaction, ready to be paid. */
async function begin(fixtures: object = {}) {
  const paddock = await startPaddock({
    clock: { now, frozen: true },
    behaviours: { 'webhook-events': 'all' },
    fixtures: { customers: [customer], addresses: [address], transactions: [ready], ...fixtures },
  });
  return { ...calling(paddock), paddock, [Symbol.asyncDispose]: () => paddock.close() };
}

function calling({ url, apiKey }: Paddock) {
  const call = async (method: string, path: string, body?: object) => {
    const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' };
    const response = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  /** Lists the events, oldest first. */
  const events = async (): Promise<Event[]> => (await call('GET', '/events?per_page=200')).body.data.toReversed();
  const methods = `/customers/${customer.id}/payment-methods`;
  return {
    call,
    attempt: (body: object, id = ready.id) => call('POST', `/_paddock/transactions/${id}/pay`, body),
    pay: async (body: object, id = ready.id) => {
      const answer = await call('POST', `/_paddock/transactions/${id}/pay`, body);
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      expect(answer.body).toEqual((await call('GET', `/transactions/${id}`)).body.data);
      return answer.body;
    },
    save: (body: object) => call('POST', `/_paddock${methods}`, body),
    saved: async () => (await call('GET', methods)).body.data,
    events,
    types: async () => (await events()).map(({ event_type }) => event_type),
  };
}

describe('a payment by card', () => {
  test('completes the transaction: paid first, then settled', async () => {
    await using mock = await begin();
    const completed = await mock.pay({ card: ok, expiry: '09/30', cvc: '100' });
    const [attempt] = completed.payments;
    expect(attempt).toMatchObject({
      amount: ready.details.totals.grand_total,
      status: 'captured',
      error_code: null,
      payment_method_id: expect.stringMatching(/^paymtd_/),
      method_details: {
        type: 'card',
        card: { type: 'visa', last4: '4242', expiry_month: 9, expiry_year: 2030, cardholder_name: customer.name },
      },
      created_at: now,
      captured_at: now,
    });
    expect(completed).toMatchObject({ status: 'completed', billed_at: now, invoice_number: expect.any(String) });
    expect(completed.details.totals).toMatchObject({ balance: '0', fee: expect.any(String) });
    const events = await mock.events();
    expect(
      events.map(({ event_type, data }: { event_type: string; data: { status: string } }) => [event_type, data.status]),
    ).toEqual([
      ['transaction.updated', 'paid'],
      ['transaction.paid', 'paid'],
      ['subscription.created', 'active'],
      ['subscription.activated', 'active'],
      ['transaction.updated', 'paid'],
      ['transaction.updated', 'completed'],
      ['transaction.completed', 'completed'],
    ]);
    // Nothing of the settlement is known when it is paid.
    expect(events[1]?.data).toMatchObject({
      invoice_number: null,
      details: { payout_totals: null, totals: { fee: null, earnings: null } },
    });
    expect(await mock.saved()).toEqual([]);
  });

  test('that is declined leaves the transaction ready, and another card pays it', async () => {
    await using mock = await begin();
    const failed = await mock.pay({ card: refused });
    expect(failed).toMatchObject({
      status: 'ready',
      payments: [{ status: 'error', error_code: 'declined', captured_at: null }],
    });
    expect(await mock.types()).toEqual(['transaction.payment_failed']);
    const paid = await mock.pay({ card: ok });
    expect(paid.payments.map(({ status }: { status: string }) => status)).toEqual(['captured', 'error']);
    expect((await mock.attempt({ card: ok })).body.error.detail).toContain('transaction_immutable');
  });

  test('that asks for a challenge waits for its result', async () => {
    await using mock = await begin();
    const open = await mock.pay({ card: asking });
    expect(open).toMatchObject({ status: 'ready', payments: [{ status: 'action_required', error_code: null }] });
    expect((await mock.attempt({})).status).toBe(400);
    expect((await mock.attempt({ save: true })).body.error.detail).toMatch(/challenge is open/);
    const paid = await mock.pay({ authentication: 'succeed', save: true });
    expect(paid.payments).toHaveLength(1);
    expect(paid.payments[0]).toMatchObject({
      payment_attempt_id: open.payments[0].payment_attempt_id,
      status: 'captured',
      method_details: { card: { last4: '0446' } },
    });
    expect(await mock.saved()).toMatchObject([{ id: paid.payments[0].payment_method_id, card: { last4: '0446' } }]);
  });

  test.each([
    ['in a second call', [{ card: asking }, { authentication: 'fail' }]],
    ['in the same call', [{ card: asking, authentication: 'fail' }]],
  ])('fails if its challenge fails, %s', async (_when, calls) => {
    await using mock = await begin();
    for (const body of calls) await mock.pay(body);
    const { body } = await mock.call('GET', `/transactions/${ready.id}`);
    expect(body.data).toMatchObject({
      status: 'ready',
      payments: [{ status: 'error', error_code: 'authentication_failed' }],
    });
    expect((await mock.types()).at(-1)).toBe('transaction.payment_failed');
  });

  test('with another card drops an open challenge', async () => {
    await using mock = await begin();
    await mock.pay({ card: asking });
    const { payments } = await mock.pay({ card: ok });
    expect(payments.map(({ status }: { status: string }) => status)).toEqual(['captured', 'dropped']);
  });

  test('is saved on demand, announced between paid and completed, and pays again', async () => {
    const next = {
      ...buildTransaction({ seed: 2, status: 'ready' }),
      customer_id: customer.id,
      address_id: address.id,
      business_id: null,
    };
    await using mock = await begin({ transactions: [ready, next] });
    const paid = await mock.pay({ card: once, save: true });
    const [method] = await mock.saved();
    expect(method).toMatchObject({
      id: paid.payments[0].payment_method_id,
      customer_id: customer.id,
      address_id: ready.address_id,
      saved_at: now,
    });
    expect(await mock.types()).toEqual([
      'transaction.updated',
      'transaction.paid',
      'payment_method.saved',
      'subscription.created',
      'subscription.activated',
      'transaction.updated',
      'transaction.updated',
      'transaction.completed',
    ]);
    const failed = await mock.pay({ payment_method_id: method.id }, next.id);
    expect(failed.payments[0]).toMatchObject({
      payment_method_id: method.id,
      stored_payment_method_id: paid.payments[0].stored_payment_method_id,
      error_code: 'authentication_failed',
    });
    await mock.pay({ card: ok }, next.id);
  });

  test('that has expired since it was saved fails', async () => {
    await using mock = await begin();
    const { body: method } = await mock.save({ card: ok, expiry: '04/27' });
    await mock.paddock.clock.advance({ days: 31 });
    const failed = await mock.pay({ payment_method_id: method.id });
    expect(failed.payments[0]).toMatchObject({ status: 'error', error_code: 'expired_card' });
  });

  test.each([
    ['a draft', transaction('draft'), /transaction_not_ready_cannot_process_payment/],
    ['a canceled one', transaction('canceled'), /transaction_immutable/],
    ['a completed one', transaction('completed'), /transaction_immutable/],
  ])('of %s is refused, and nothing is stored', async (_what, unpayable, reason) => {
    await using mock = await begin({ transactions: [unpayable] });
    for (const card of [ok, refused, asking]) {
      const { status, body } = await mock.attempt({ card }, unpayable.id);
      expect([status, body.error.code]).toEqual([400, 'invalid_request']);
      expect(body.error.detail).toMatch(reason);
    }
    expect(await mock.types()).toEqual([]);
  });

  test.each([
    [{}, 400, /fewer than|minProperties|must NOT|body/i],
    [{ save: true }, 400, /nothing to pay with/],
    [{ authentication: 'succeed' }, 400, /nothing to pay with/],
    [{ card: ok, authentication: 'fail' }, 400, /no challenge is open/],
    [{ card: '5555 5555 5555 4444' }, 400, /not a test card/],
    [{ card: ok, cvc: '1' }, 400, /three digits/],
    [{ card: ok, expiry: '01/20' }, 400, /past/],
    [{ payment_method_id: buildPaymentMethod({ seed: 2 }).id }, 404, /not_found/],
  ])('%j is refused with %i, and nothing is stored', async (body, status, reason) => {
    await using mock = await begin();
    const answer = await mock.attempt(body);
    expect(answer.status).toBe(status);
    expect(answer.body.error.detail).toMatch(reason);
    expect((await mock.call('GET', `/transactions/${ready.id}`)).body.data.payments).toEqual([]);
  });

  test('of an unknown transaction is refused', async () => {
    await using mock = await begin();
    expect((await mock.attempt({ card: ok }, 'txn_01h00000000000000000000000')).status).toBe(404);
  });
});

describe('a payment method', () => {
  test('is saved without a purchase, at the newest address, and replaces an earlier version', async () => {
    await using mock = await begin();
    const first = await mock.save({ card: ok, expiry: '01/30' });
    expect(first).toMatchObject({ status: 201, body: { address_id: address.id, origin: 'saved_during_purchase' } });
    const second = await mock.save({
      card: ok,
      expiry: '02/31',
      cardholder_name: 'Kim',
      address_id: address.id,
      origin: 'subscription',
    });
    expect(await mock.saved()).toEqual([second.body]);
    expect(second.body).toMatchObject({ card: { expiry_month: 2, cardholder_name: 'Kim' }, origin: 'subscription' });
    const [, , deleted] = await mock.events();
    expect(deleted).toMatchObject({
      event_type: 'payment_method.deleted',
      data: { id: first.body.id, deletion_reason: 'replaced_by_newer_version' },
    });
    expect(deleted?.data).not.toHaveProperty('card');
  });

  test.each([
    [{ card: refused }, 400, /declined/],
    [{ card: ok, address_id: 'add_01h00000000000000000000000' }, 404, /not_found/],
    [{ expiry: '12/30' }, 400, /card is required/],
  ])('is not saved of %j', async (body, status, reason) => {
    await using mock = await begin();
    const answer = await mock.save(body);
    expect(answer.status).toBe(status);
    expect(answer.body.error.detail).toMatch(reason);
    expect(await mock.saved()).toEqual([]);
  });

  test('is not saved for archived customers, or at archived addresses', async () => {
    await using mock = await begin();
    await mock.call('PATCH', `/customers/${customer.id}/addresses/${address.id}`, { status: 'archived' });
    expect((await mock.save({ card: ok })).body.error.detail).toMatch(/no active address/);
    expect((await mock.save({ card: ok, address_id: address.id })).body.error.detail).toMatch(/entity_archived/);
    await mock.call('POST', `/customers/${customer.id}/archive`);
    expect((await mock.save({ card: ok, address_id: address.id })).body.error.detail).toMatch(/entity_archived/);
  });
});
