import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startPaddock } from '../../index.ts';
import { address, customer, transaction } from '../../triggers/testing/triggering.ts';

const groups = ['4000', '0027', '6000', '3184'];
const number = groups.join('');

/** Ways in which programs send the number. */
const spellings = [groups.join(' '), groups.join('-'), number];

test('the number and code of a card are in no file, log, journal, export or snapshot', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'paddock-cards-'));
  const shown: unknown[] = [];
  const ready = transaction('ready');
  await using paddock = await startPaddock({
    profile: 'official',
    data: join(folder, 'state.db'),
    fixtures: { customers: [customer], addresses: [address], transactions: [ready] },
    onExchange: (facts: unknown) => shown.push(facts),
  });
  const headers = { Authorization: `Bearer ${paddock.apiKey}`, 'Content-Type': 'application/json' };
  const send = async (method: string, path: string, body: string) => {
    const response = await fetch(paddock.url + path, { method, headers, body });
    shown.push(response.status, await response.text());
  };
  const pay = `/_paddock/transactions/${ready.id}/pay`;
  const save = `/_paddock/customers/${customer.id}/payment-methods`;
  for (const card of spellings) {
    const body = JSON.stringify({ card, cvc: '971', save: true });
    await send('POST', save, JSON.stringify({ card, cvc: '971', expiry: '12/2049' }));
    for (const wrong of [{ cvc: '9713' }, { expiry: '13/49' }, { authentication: 'fail' }, { unknown: true }])
      await send('POST', pay, JSON.stringify({ card, cvc: '971', ...wrong }));
    // Programs that take the API for the control plane send it there.
    await send('POST', `/transactions/${ready.id}/pay`, body);
    await send('POST', `/customers?card=${encodeURIComponent(card)}`, body);
    await send('POST', '/customers', body.slice(0, -1));
    await send('POST', '/customers', `{"card":${number},"cvc":971}`);
  }
  await send('POST', pay, JSON.stringify({ card: number, cvc: '971', save: true }));
  expect(shown.at(-2)).toBe(200);

  await paddock.snapshots.take('paid');
  shown.push(await paddock.requests.list());
  for (const format of ['curl', 'har', 'typescript'] as const) shown.push(await paddock.requests.export(format));
  const log = JSON.stringify(shown);
  expect(log).toContain('3184');
  const stored = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'latin1'));
  expect(stored.join()).toContain('3184');
  for (const text of [log, ...stored]) {
    for (const spelling of spellings) expect(text.includes(spelling), spelling).toBe(false);
    expect(text).not.toMatch(/cvc\W{1,20}971/);
  }
});
