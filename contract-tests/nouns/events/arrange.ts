import { setTimeout as sleep } from 'node:timers/promises';
import type { PaddleEvent } from '../../contract/operations.ts';
import type { Account } from '../../targets/account.ts';
import { walk } from '../walk.ts';

/** All events of an account, or those after one, oldest first. */
export async function eventsOf(account: Account, after?: string): Promise<PaddleEvent[]> {
  const query = { order_by: 'id[ASC]', ...(after === undefined ? {} : { after }) };
  return walk((start) => account.call('listEvents', { query: { ...query, ...start } }));
}

/** ID of an account's newest event, as the cursor for later ones; `undefined` without events. */
export async function newestEvent(account: Account): Promise<string | undefined> {
  return (await account.call('listEvents', { query: { per_page: 1 } })).data[0]?.event_id;
}

/** Waits for a number of events after one. A remote target may take up to half a minute to list them. */
export async function awaitEvents(account: Account, after: string | undefined, count: number): Promise<PaddleEvent[]> {
  let events = await eventsOf(account, after);
  for (let tries = 30; !account.target.can.isolate && events.length < count && tries > 0; tries -= 1) {
    await sleep(1000);
    events = await eventsOf(account, after);
  }
  return events;
}
