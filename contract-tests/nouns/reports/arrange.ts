import { buildReport } from '#fixtures/index.ts';
import type { Account } from '../../targets/account.ts';

/** Reports that may be created in 24 hours. */
const atMost = 100;

/** Creates as many reports as a day allows, all of which are ready soon after. */
export async function fillReports(account: Account): Promise<void> {
  const { seed, clock } = account.target.can;
  if (!seed || !clock) throw new Error('Could not fill a day with reports: the target can be neither seeded nor set.');
  const { data: first } = await account.call('createReport', { body: { type: 'discounts' } });
  const { created_at } = first;
  const dates = { status: 'ready' as const, created_at, updated_at: created_at, expires_at: created_at };
  const others = Array.from({ length: atMost - 1 }, (_, index) => buildReport({ seed: index + 1, overrides: dates }));
  await clock.advance(account, { minutes: 1 });
  await seed(account, { reports: others });
}
