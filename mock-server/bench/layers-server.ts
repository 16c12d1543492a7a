/** Paddock with 1,000 customers. `node layers-server.ts JOURNAL` keeps so many exchanges. */
import { startPaddock } from '../index.ts';
import { customer } from './customers.ts';

const paddock = await startPaddock({ port: 0, profile: 'guide', rateLimit: false, journal: Number(process.argv[2]) });
await paddock.seed({ customers: Array.from({ length: 1_000 }, (_, index) => customer(index)) });
console.log(JSON.stringify({ url: paddock.url, apiKey: paddock.apiKey }));
