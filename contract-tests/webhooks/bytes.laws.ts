import fc from 'fast-check';
import { assertProperty } from '../law/assert-property.ts';
import { expect } from '../law/expect.ts';
import { createCustomer } from '../nouns/arrange.ts';
import { customerCreate } from '../nouns/customers/arbitrary.ts';
import { eventsOf } from '../nouns/events/arrange.ts';
import { createDestination } from '../nouns/notification-settings/arrange.ts';
import { laws } from '../suite/laws.ts';
import { notificationFor, webhooks } from './arrange.ts';

const names = fc.constantFrom('Jürgen Müller', '株式会社 🐎', 'R&D / <Sales> "2"', 'Sam');
/** Keys whose order changes when a program parses and prints them. */
const notes = { ÿ: '1', '10': '2', '9': '3', b: '4', aa: '5', Ab: '6' };

/** Prints a value by the observed rule, independently of the mock. */
function asPaddlePrints(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asPaddlePrints).join()}]`;
  if (typeof value !== 'object' || value === null) return inAscii(JSON.stringify(value));
  const members = Object.entries(value).map(([key, member]) => ({ bytes: Buffer.from(key), key, member }));
  members.sort((one, other) => one.bytes.length - other.bytes.length || Buffer.compare(one.bytes, other.bytes));
  return `{${members.map(({ key, member }) => `${inAscii(JSON.stringify(key))}:${asPaddlePrints(member)}`).join()}}`;
}

function inAscii(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return units
    .map((unit) => (unit < 128 ? String.fromCharCode(unit) : `\\u${unit.toString(16).padStart(4, '0')}`))
    .join('');
}

export default laws(({ target, test }) => {
  // @evidence observed 2024-03-15, 2025-03-25, 2026-02-10: signed deliveries
  test('webhook-bytes: a delivery is compact and ASCII, with the keys of every object by length and then by bytes', async (context) => {
    const { receiver, settle } = webhooks(context);
    const destination = receiver.newDestination();
    const account = target.newAccount();
    await createDestination(account, { destination: destination.url });
    const property = fc.asyncProperty(customerCreate(target.behaviours), names, async (fields, name) => {
      await createCustomer(account, { ...fields, email: target.freshEmail(), name, custom_data: notes });
      await settle(account);
      const text = destination.deliveries.at(-1)?.body.toString() ?? '';
      expect(text).toBe(asPaddlePrints(JSON.parse(text)));
    });
    await assertProperty(property, 10);
  });

  // @evidence observed 2023-09, 2026-02: answers of GET /notifications and GET /events
  test("webhook-bytes: a notification's payload has that order too, and an event the order of the API", async (context) => {
    const { receiver, settle } = webhooks(context);
    const account = target.newAccount();
    const setting = await createDestination(account, { destination: receiver.newDestination().url });
    const customer = await createCustomer(account, { email: target.freshEmail(), name: 'Jürgen' });
    await settle(account);
    const { payload } = await notificationFor(account, setting);
    expect(JSON.stringify(payload)).toBe(JSON.stringify(JSON.parse(asPaddlePrints(payload))));
    const event = (await eventsOf(account)).find(({ data }) => data['id'] === customer.id);
    expect(Object.keys(event?.data ?? {})).toEqual(Object.keys(customer));
  });
});
