/** Mocks with 1,000 customers each, in one process. `node layers-server.ts JOURNAL...` gives each so many exchanges to keep. */
import { startPaddock } from '../index.ts';
import { customer } from './customers.ts';

const mocks: { url: string; apiKey: string }[] = [];
for (const journal of process.argv.slice(2).map(Number)) {
  const { url, apiKey, seed } = await startPaddock({ port: 0, profile: 'guide', rateLimit: false, journal });
  await seed({ customers: Array.from({ length: 1_000 }, (_, index) => customer(index)) });
  mocks.push({ url, apiKey });
}
console.log(JSON.stringify({ mocks }));
