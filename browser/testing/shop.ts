import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildPrice, buildProduct } from '#fixtures/index.ts';
import { type Paddock, startPaddock } from '#mock-server/index.ts';

const product = { ...buildProduct({ seed: 1 }), name: 'ChatApp Pro', image_url: null };
const base = { ...buildPrice({ seed: 1 }), product_id: product.id, trial_period: null, unit_price_overrides: [] };
const cycle = { interval: 'month' as const, frequency: 1 };
const priced = { tax_mode: 'account_setting' as const, unit_price: { amount: '3000', currency_code: 'USD' as const } };

/** A monthly price of 30 dollars, and 25 pounds in the United Kingdom. */
export const monthly = {
  ...base,
  ...priced,
  name: 'Monthly',
  quantity: { minimum: 1, maximum: 20 },
  billing_cycle: cycle,
  unit_price_overrides: [
    { country_codes: ['GB' as const], unit_price: { amount: '2500', currency_code: 'GBP' as const } },
  ],
};

/** A price of 30 dollars, charged once. */
export const once = { ...base, ...priced, id: buildPrice({ seed: 2 }).id, name: 'Setup', billing_cycle: null };

/** A mock with a small catalogue, and an origin of its own for a shop's pages. */
export type Shop = {
  paddock: Paddock;
  /** Client-side token of the account. */
  token: string;
  /** URL of a page that loads Paddle.js and runs a script. */
  page: (script: string, html?: string) => string;
  call: (method: string, path: string, body?: object) => Promise<{ status: number; data: Record<string, unknown> }>;
  /** Types of the events since the last reset, oldest first. */
  eventTypes: () => Promise<string[]>;
  close: () => Promise<void>;
};

/** Opens a shop whose pages come from another origin than the mock. */
export async function openShop(): Promise<Shop> {
  const paddock = await startPaddock({
    profile: 'official',
    fixtures: { products: [product], prices: [monthly, once] },
  });
  const call: Shop['call'] = async (method, path, body) => {
    const headers = { Authorization: `Bearer ${paddock.apiKey}`, 'Content-Type': 'application/json' };
    const response = await fetch(`${paddock.url}${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    return { status: response.status, data: answer.data ?? answer.error ?? answer };
  };
  const { data } = await call('POST', '/client-tokens', { name: 'Shop' });
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(pages.get(request.url?.split('?')[0] ?? '') ?? '<!doctype html><title>Thanks</title><h1>Thanks</h1>');
  });
  const origin = await listening(server);
  return {
    paddock,
    token: String(data['token']),
    call,
    page: (script, html = '<h1>Shop</h1>') => {
      const path = `/${pages.size + 1}`;
      pages.set(path, pageOf(paddock.url, script, html));
      return `${origin}${path}`;
    },
    eventTypes: async () => {
      const answer = await call('GET', '/events?per_page=200');
      return Object.values(answer.data).map((event) => String(Object(event).event_type));
    },
    close: async () => {
      server.close();
      await paddock.close();
    },
  };
}

function pageOf(mock: string, script: string, html: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script src="${mock}/_paddock/paddle.js"></script></head><body>${html}
<script>window.events = [];
const eventCallback = (event) => window.events.push(event);
${script}</script></body></html>`;
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}
