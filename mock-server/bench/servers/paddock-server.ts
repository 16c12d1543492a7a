/**
 * Mocks with all layers except the rate limit, in one process. `node paddock-server.ts JSON` starts one on a free
 * port for each element of a list of `MockOptions`.
 */
import { startPaddock } from '../../index.ts';
import { customer } from '../workloads.ts';
import type { MockOptions } from './servers.ts';

const chunk = 10_000;
const all = JSON.parse(process.argv[2] ?? '[]') as MockOptions[];

async function start({ customers, webhookUrl, journal }: MockOptions) {
  const webhook = webhookUrl === undefined ? undefined : { url: webhookUrl };
  const paddock = await startPaddock({ port: 0, profile: 'guide', rateLimit: false, webhook, journal });
  for (let from = 0; from < customers; from += chunk) {
    const length = Math.min(chunk, customers - from);
    await paddock.seed({ customers: Array.from({ length }, (_, index) => customer(from + index)) });
  }
  return { url: paddock.url, apiKey: paddock.apiKey };
}

const mocks: Awaited<ReturnType<typeof start>>[] = [];
for (const options of all) mocks.push(await start(options));
console.log(JSON.stringify({ mocks }));
