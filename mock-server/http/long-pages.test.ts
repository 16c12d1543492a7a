import { expect, test } from 'vitest';
import { startPaddock } from '../index.ts';

const big = { text: 'x'.repeat(400_000) };

test('other accounts are answered between two long pages of an account', async () => {
  const order: string[] = [];
  const onExchange = ({ operationId }: { operationId: string | null }) => void order.push(String(operationId));
  await using paddock = await startPaddock({ rateLimit: false, onExchange });
  const other = paddock.newAccount();
  const get = async (path: string, apiKey: string) =>
    (await fetch(`${paddock.url}${path}`, { headers: { authorization: `Bearer ${apiKey}` } })).text();
  await paddock.seed({ customers: Array.from({ length: 4 }, (_, number) => customer(number)) });
  // Opens the connections first, so that later requests arrive at once.
  await Promise.all(Array.from({ length: 5 }, () => get('/event-types', other.apiKey)));
  order.length = 0;
  const pages = Array.from({ length: 4 }, () => get('/customers', paddock.apiKey));
  await Promise.all([...pages, get('/event-types', other.apiKey)]);
  expect(order).toHaveLength(5);
  expect(order.indexOf('listEventTypes')).toBeLessThan(4);
});

function customer(number: number) {
  const times = { created_at: '2026-07-01T00:00:00Z', updated_at: '2026-07-01T00:00:00Z' };
  const id = `ctm_01kpadd0ck00000000000000${10 + number}`;
  const rest = { name: null, marketing_consent: false, status: 'active', locale: 'en', import_meta: null };
  return { id, email: `sam.${number}@example.com`, custom_data: big, ...rest, ...times };
}
