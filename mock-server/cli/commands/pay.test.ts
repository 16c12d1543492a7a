import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Paddock, startPaddock } from '../../index.ts';
import { address, customer, transaction } from '../../triggers/testing/triggering.ts';
import { runHere } from '../testing/in-process.ts';

const ready = transaction('ready');
let paddock: Paddock;
beforeAll(async () => {
  paddock = await startPaddock({
    fixtures: { customers: [customer], addresses: [address], transactions: [ready] },
  });
});
beforeEach(() => paddock.reset());
afterAll(() => paddock.close());

const pay = (...args: string[]) => runHere(['pay', ready.id, ...args, '--url', paddock.url]);

test('paddock pay pays a transaction, saves the card and prints the transaction without its number', async () => {
  const { code, out, err } = await pay('--card', '4242 4242 4242 4242', '--expiry', '09/40', '--name', 'Kim', '--save');
  expect([code, err]).toEqual([0, '']);
  const paid = JSON.parse(out);
  expect(paid).toMatchObject({
    id: ready.id,
    status: 'completed',
    payments: [{ status: 'captured', method_details: { card: { expiry_year: 2040, cardholder_name: 'Kim' } } }],
  });
  expect(out).not.toMatch(/4242[ ]?4242/);
  const { code: again, err: reason } = await pay('--method', paid.payments[0].payment_method_id);
  expect(again).toBe(1);
  expect(reason).toContain('transaction_immutable');
});

test('paddock pay exits with 1 if the payment fails or the card is refused, and does not repeat the card', async () => {
  const declined = await pay('--card', '4000000000000002');
  expect([declined.code, JSON.parse(declined.out).payments[0].error_code]).toEqual([1, 'declined']);
  const { code, out, err } = await pay('--card', '5555 5555 5555 4444', '--cvc', '971');
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/not a test card/);
  expect(err).not.toMatch(/5555|971/);
});

test('paddock pay leaves a challenge open, and ends it', async () => {
  const open = await pay('--card', '4000 0038 0000 0446');
  expect([open.code, JSON.parse(open.out).payments[0].status]).toEqual([0, 'action_required']);
  const ended = await pay('--authentication', 'succeed');
  expect([ended.code, JSON.parse(ended.out).status]).toEqual([0, 'completed']);
});
