import { UsageError } from '#openapi/text/usage-error.ts';
import type { Account } from '../../account/account.ts';
import { PaddleApiError } from '../../errors/errors.ts';
import { makeSecret } from '../../notifications/secrets.ts';
import { create } from './create.ts';
import type { NotificationSetting } from './kind.ts';

/** A destination that is registered at start. */
export type WebhookDestination = {
  /** http or https URL that receives the events. */
  url: string;
  /** Signing secret. Default: a generated one. */
  secret?: string | undefined;
  /** Event types to send. Default: all. */
  events?: readonly string[] | undefined;
};

/**
 * Registers a destination without a request. An existing one, as in a data file, is left as it is.
 *
 * @throws UsageError for an unknown event type, an invalid URL, and more destinations than an account may have
 */
export function registerDestination(
  account: Account,
  { url, secret, events }: WebhookDestination,
): NotificationSetting {
  const settings = account.store.notification_settings.all({});
  const known = settings.find(({ destination }) => destination === url);
  if (known) return known;
  const { eventTypes } = account.spec;
  const unknown = events?.find((name) => !eventTypes.has(name));
  if (unknown !== undefined) {
    throw new UsageError(
      `Could not subscribe to ${unknown}: there is no such event type. The event types are ${[...eventTypes].join(', ')}.`,
    );
  }
  const id = account.ids.next('ntfset');
  const description = `Registered for ${url}`.slice(0, 500);
  const input = { description, type: 'url' as const, destination: url, subscribed_events: [] };
  const keys = { id, secret: secret ?? makeSecret(id, account.ids) };
  account.apply(asUsageError(url, () => create(input, keys, settings, events ?? [...eventTypes])));
  return account.store.notification_settings.require(id);
}

/** Converts Paddle's errors to usage errors, since no API request is involved. */
function asUsageError<Result>(url: string, register: () => Result): Result {
  try {
    return register();
  } catch (error) {
    if (!(error instanceof PaddleApiError)) throw error;
    throw new UsageError(`Could not send events to ${url}: ${error.message} Choose another, or remove one.`);
  }
}
