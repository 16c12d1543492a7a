import { median, medianRatio, renderTable } from '../figures.ts';
import { cpuPerRequest } from '../load.ts';
import { type BenchServer, startMock, startProgram } from '../servers/servers.ts';

const sizes = [1, 10, 100];
/** Number of different bodies of a size. */
const variety = 50;
const place = { country_code: 'US', postal_code: '10021' };

/** A catalogue and a buyer. */
type Shop = { prices: string[]; buyer: { customer_id: string; address_id: string } };

/** The operations that compute money, with the fields beside the items. */
const operations: readonly { name: string; path: string; fields: (shop: Shop) => object }[] = [
  { name: 'preview prices', path: '/pricing-preview', fields: () => ({ address: place }) },
  { name: 'create a transaction', path: '/transactions', fields: ({ buyer }) => buyer },
];

/**
 * Measures the processor time of previews of prices and new transactions by number of items, beside bare Express that
 * answers as many bytes without computing them, and prints a table.
 */
export async function measureSales(rounds: number, amount: number): Promise<string> {
  await using mock = await startMock({ customers: 0 });
  const shop = await arrangeShop(mock);
  const rows: string[][] = [];
  for (const { name, path, fields } of operations) {
    for (const size of sizes) {
      const bodies = Array.from({ length: variety }, (_, index) => ({
        items: shop.prices.slice(0, size).map((price_id, at) => ({ price_id, quantity: 1 + ((index + at) % variety) })),
        ...fields(shop),
      }));
      const measured = await compare(mock, path, bodies, rounds, amount);
      rows.push([`${name}, ${size} ${size === 1 ? 'item' : 'items'}`, ...measured]);
    }
  }
  return renderTable(['Sales, of a core', 'answer', 'bare Express 5', 'Paddock', 'Express ÷ Paddock'], rows);
}

/** Creates prices of as many products, and a buyer. */
async function arrangeShop(mock: BenchServer): Promise<Shop> {
  const prices: string[] = [];
  for (let number = 1; number <= Math.max(...sizes); number += 1) {
    const product = await post(mock, '/products', { name: `Product ${number}`, tax_category: 'standard' });
    const unit_price = { amount: `${number * 100 + 99}`, currency_code: 'USD' };
    const price = { product_id: product.id, description: `Price ${number}`, unit_price };
    prices.push((await post(mock, '/prices', price)).id);
  }
  const customer = await post(mock, '/customers', { email: 'buyer@example.com' });
  const address = await post(mock, `/customers/${customer.id}/addresses`, place);
  return { prices, buyer: { customer_id: customer.id, address_id: address.id } };
}

/** Returns the size of an answer, what it costs bare Express and the mock, and the ratio of their possible rates. */
async function compare(mock: BenchServer, path: string, bodies: readonly object[], rounds: number, amount: number) {
  const answer = JSON.stringify(await post(mock, path, bodies[0] ?? {}));
  await using program = await startProgram<{ url: string }>(import.meta.resolve('./answering-server.ts'), path, answer);
  const express = { ...program, apiKey: 'none' };
  const requests = bodies.map((body) => ({ method: 'POST' as const, path, body: JSON.stringify(body) }));
  const costs: { express: number[]; paddock: number[] } = { express: [], paddock: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const ofExpress = await cpuPerRequest(express, requests, amount);
    const ofPaddock = await cpuPerRequest(mock, requests, amount);
    if (round === 0) continue; // Warms up.
    costs.express.push(ofExpress);
    costs.paddock.push(ofPaddock);
  }
  const shown = [costs.express, costs.paddock].map((cost) => `${(median(cost) / 1000).toFixed(0)} µs`);
  return [`${(answer.length / 1000).toFixed(1)} kB`, ...shown, medianRatio(costs.express, costs.paddock).toFixed(2)];
}

/** Returns what the mock answers to a body. */
async function post({ url, apiKey }: BenchServer, path: string, body: object) {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`Could not measure ${path}: ${await response.text()}`);
  return (await response.json()).data;
}
