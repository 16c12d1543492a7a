import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { Delivery } from '../checks/delivery.ts';
import { assertProperty } from '../law/assert-property.ts';
import { expect } from '../law/expect.ts';
import { createCustomer } from '../nouns/arrange.ts';
import { customerCreate } from '../nouns/customers/arbitrary.ts';
import { createDestination, updateDestination } from '../nouns/notification-settings/arrange.ts';
import { laws } from '../suite/laws.ts';
import { stoppedClock, webhooks } from './arrange.ts';
import { countSignatures, isSigned, secondsIn } from './is-signed.ts';

const headerOf = ({ headers }: Delivery) => headers.get('paddle-signature') ?? '';

/** A buffer with one byte changed. */
function withByteChanged(bytes: Buffer, at: number, by: number): Buffer {
  const changed = Buffer.from(bytes);
  const index = at % bytes.length;
  changed[index] = (changed[index] ?? 0) ^ by;
  return changed;
}

export default laws(({ target, test }) => {
  const settable = target.behaviours['webhook-secret'] === 'settable';

  test('webhooks-hmac: every delivery is signed as it is, and with any byte of body, header or secret changed it is not', async (context) => {
    const { receiver, settle } = webhooks(context);
    const destination = receiver.newDestination();
    const account = target.newAccount();
    const { endpoint_secret_key } = await createDestination(account, { destination: destination.url });
    const secret = Buffer.from(endpoint_secret_key);
    const byte = fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });
    const bytes = fc.array(byte, { minLength: 20, maxLength: 20 });
    const property = fc.asyncProperty(customerCreate(target.behaviours), bytes, async (fields, changes) => {
      await createCustomer(account, { ...fields, email: target.freshEmail() });
      await settle(account);
      const delivery = destination.deliveries.at(-1);
      if (!delivery) throw new Error('The event was not delivered.');
      const { body } = delivery;
      const header = Buffer.from(headerOf(delivery));
      expect(isSigned(body, header.toString(), secret)).toBe(true);
      for (const { at, by } of changes) {
        expect(isSigned(withByteChanged(body, at, by), header.toString(), secret)).toBe(false);
        expect(isSigned(body, withByteChanged(header, at, by).toString('latin1'), secret)).toBe(false);
        expect(isSigned(body, header.toString(), withByteChanged(secret, at, by))).toBe(false);
      }
    });
    await assertProperty(property);
  });

  test('webhooks-hmac: a signature is stamped with real time, whatever the time of the account is', async (context) => {
    const { receiver, settle } = webhooks(context);
    const destination = receiver.newDestination();
    const account = target.newAccount();
    await (await stoppedClock(account, context)).set(account, { now: '2031-01-01T00:00:00Z', frozen: true });
    await createDestination(account, { destination: destination.url });
    const before = Math.floor(Date.now() / 1000);
    await createCustomer(account);
    await settle(account);
    const [stamp = 0] = destination.deliveries.map((delivery) => secondsIn(headerOf(delivery)));
    expect(stamp).toBeGreaterThanOrEqual(before);
    expect(stamp).toBeLessThanOrEqual(Math.ceil(Date.now() / 1000));
  });

  test('webhooks-hmac: a retry is signed anew, at the time at which it is made', async (context) => {
    const { receiver, settle } = webhooks(context);
    const destination = receiver.newDestination();
    destination.answer(500);
    const account = target.newAccount();
    const clock = await stoppedClock(account, context);
    await createDestination(account, { destination: destination.url });
    await createCustomer(account);
    await settle(account);
    // Timestamps are in whole seconds, so the retry has to happen in the next one.
    const nextSecond = Math.floor(Date.now() / 1000) + 1;
    await sleep(nextSecond * 1000 - Date.now());
    await clock.advance(account, { minutes: 2 });
    const [first = 0, retry = 0] = destination.deliveries.map((delivery) => secondsIn(headerOf(delivery)));
    expect(first).toBeLessThan(nextSecond);
    expect(retry).toBeGreaterThanOrEqual(nextSecond);
  });

  test('webhooks-hmac: each destination is signed for with its own secret', async (context) => {
    const { receiver, settle } = webhooks(context);
    const destinations = [receiver.newDestination(), receiver.newDestination()];
    const account = target.newAccount();
    const secrets: string[] = [];
    for (const { url } of destinations)
      secrets.push((await createDestination(account, { destination: url })).endpoint_secret_key);
    await createCustomer(account);
    await settle(account);
    const table = destinations.map(({ deliveries }) =>
      deliveries.flatMap((delivery) => secrets.map((secret) => isSigned(delivery.body, headerOf(delivery), secret))),
    );
    expect(table).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test.runIf(settable)('webhook-secret-config: a secret that was chosen signs from then on', async (context) => {
    const { receiver, settle } = webhooks(context);
    const destination = receiver.newDestination();
    const account = target.newAccount();
    const chosen = 'pässwörd 💶';
    const setting = await createDestination(account, { destination: destination.url, endpoint_secret_key: chosen });
    const next = await updateDestination(account, setting, { endpoint_secret_key: 'another' });
    await createCustomer(account);
    await settle(account);
    const [delivery] = destination.deliveries;
    if (!delivery) throw new Error('The event was not delivered.');
    expect(isSigned(delivery.body, headerOf(delivery), chosen)).toBe(false);
    expect(isSigned(delivery.body, headerOf(delivery), next.endpoint_secret_key)).toBe(true);
  });

  test('webhooks-hmac: while a secret is replaced both sign, and afterwards the new one alone', async (context) => {
    const { receiver, settle } = webhooks(context);
    const rotate = target.can.rotateSecret ?? context.skip('webhook secrets cannot be rotated on the target');
    const destination = receiver.newDestination();
    const account = target.newAccount();
    const clock = await stoppedClock(account, context);
    const { id, endpoint_secret_key: old } = await createDestination(account, { destination: destination.url });
    const signed = async (secrets: readonly string[]) => {
      await createCustomer(account);
      await settle(account);
      const delivery = destination.deliveries.at(-1);
      if (!delivery) throw new Error('The event was not delivered.');
      const header = headerOf(delivery);
      return {
        signatures: countSignatures(header),
        by: secrets.map((secret) => isSigned(delivery.body, header, secret)),
      };
    };
    expect(await signed([old])).toEqual({ signatures: 1, by: [true] });
    const secret = await rotate(account, id, 3600);
    expect(secret).not.toBe(old);
    expect(await signed([old, secret])).toEqual({ signatures: 2, by: [true, true] });
    const path = { notification_setting_id: id };
    expect((await account.call('getNotificationSetting', { path })).data.endpoint_secret_key).toBe(secret);
    await clock.advance(account, { seconds: 3599 });
    expect(await signed([old, secret])).toEqual({ signatures: 2, by: [true, true] });
    await clock.advance(account, { seconds: 1 });
    expect(await signed([old, secret])).toEqual({ signatures: 1, by: [false, true] });
  });
});
