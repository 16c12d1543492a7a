/**
 * An account of Paddock that delivers a queue. `node delivery-server.ts URL COUNT DEAD` first queues DEAD
 * notifications for a destination that refuses connections, then COUNT for the URL, and prints a line. Nothing is
 * sent earlier: deliveries start after the current work.
 */
import { registerDestination } from '../../resources/notification-settings/register.ts';
import { changed } from '../../state/change.ts';
import { newAccounts } from '../new-accounts.ts';
import { customer } from '../workloads.ts';
import { findFreePort } from './start-process.ts';

const [url = '', count, dead] = process.argv.slice(2);
const deadUrl = `http://127.0.0.1:${await findFreePort()}/`;

const account = newAccounts().default();

function queue(type: 'customer.created' | 'customer.updated', notifications: number): void {
  for (let number = 0; number < notifications; number += 1) {
    account.apply(changed('customers', customer(number), [type]));
  }
}

const megabytes = () => process.memoryUsage.rss() / 2 ** 20;
if (Number(dead) > 0) registerDestination(account, { url: deadUrl, events: ['customer.created'] });
registerDestination(account, { url, events: ['customer.updated'] });
const before = megabytes();
queue('customer.created', Number(dead));
const queued = megabytes();
queue('customer.updated', Number(count));
setInterval(() => {}, 60_000); // Idle connections would let the process end.
console.log(JSON.stringify({ before, queued }));
