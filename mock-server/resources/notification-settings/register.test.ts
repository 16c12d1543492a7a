import { expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { openAccounts } from '../../testing/open-accounts.ts';
import { registerDestination } from './register.ts';

const account = () => openAccounts().accounts.default();

test('a destination is described by its URL, as far as a description may go', () => {
  const short = registerDestination(account(), { url: 'http://a.example/' });
  expect(short.description).toBe('Registered for http://a.example/');
  const url = `http://a.example/${'a'.repeat(500)}`;
  const long = registerDestination(account(), { url });
  expect([long.description, long.destination]).toEqual([`Registered for ${url}`.slice(0, 500), url]);
});

test('an unknown event type is refused, and those that are known are named', () => {
  const fresh = account();
  const register = () => registerDestination(fresh, { url: 'http://a.example/', events: ['customer.vanished'] });
  expect(register).toThrow(UsageError);
  expect(register).toThrow(`The event types are ${[...fresh.spec.eventTypes].join(', ')}.`);
  expect(fresh.store.activeSettings).toEqual([]);
});
