/**
 * Paddock with all its layers on but the rate limit. `node paddock-server.ts COUNT [URL]` starts it on a free port with
 * COUNT customers in the default account, and sends its events to the URL.
 */
import { startPaddock } from '../index.ts';
import { customer } from './customers.ts';

const count = Number(process.argv[2] ?? 0);
const webhook = process.argv[3] === undefined ? undefined : { url: process.argv[3] };
const chunk = 10_000;

const paddock = await startPaddock({ port: 0, profile: 'guide', rateLimit: false, webhook });
for (let from = 0; from < count; from += chunk) {
  const length = Math.min(chunk, count - from);
  await paddock.seed({ customers: Array.from({ length }, (_, index) => customer(from + index)) });
}
console.log(JSON.stringify({ url: paddock.url, apiKey: paddock.apiKey }));
