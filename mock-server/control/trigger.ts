import type { Account } from '../context.ts';
import { UsageError } from '../usage-error.ts';

/** What to trigger an event about. */
export type TriggerOptions = { entity_id?: string; overrides?: { [field: string]: unknown } };

/**
 * Makes an event happen.
 *
 * @throws UsageError where there is no such event type, no such entity, or it cannot go there
 */
export async function trigger(_account: Account, eventType: string, _options: TriggerOptions): Promise<object> {
  throw new UsageError(`Could not trigger ${eventType}: not yet.`);
}
