import { UsageError } from '#openapi/text/usage-error.ts';
import { refuseUnknownKeys } from '../account/known-keys.ts';
import type { WebhookDestination } from '../resources/notification-settings/register.ts';
import type { ClockStart } from '../time/clock.ts';
import type { PaddockOptions } from './paddock-options.ts';

const optionNames = {
  port: true,
  host: true,
  profile: true,
  behaviours: true,
  seed: true,
  clock: true,
  data: true,
  fixtures: true,
  rateLimit: true,
  maxAccounts: true,
  maxEvents: true,
  maxWaiting: true,
  maxSnapshots: true,
  maxBodyBytes: true,
  baseUrl: true,
  webhook: true,
  journal: true,
  controlToken: true,
  onBug: true,
  onNotice: true,
  onExchange: true,
  onStorageFailure: true,
} as const satisfies Record<keyof PaddockOptions, true>;
const clockNames = { now: true, frozen: true } as const satisfies Record<keyof ClockStart, true>;
const webhookNames = { url: true, secret: true, events: true } as const satisfies Record<
  keyof WebhookDestination,
  true
>;

/**
 * Checks what a compiler would check: names of options, of nested ones too, and text in place of an object.
 *
 * @throws UsageError that names the option, and the nearest one or an example
 */
export function checkOptions(options: PaddockOptions): void {
  refuseUnknownKeys(options, optionNames, 'start');
  if (options.data === '')
    throw new UsageError('Could not start: the name of the data file is empty. Give a name, or leave data out.');
  checkObject('clock', options.clock, clockNames, "{ now: '2026-07-01', frozen: true }");
  checkObject('webhook', options.webhook, webhookNames, "{ url: 'http://127.0.0.1:3000/webhooks' }");
}

function checkObject(name: string, value: unknown, known: Readonly<Record<string, true>>, example: string): void {
  if (value === undefined) return;
  if (typeof value !== 'object' || value === null || value instanceof Date) {
    throw new UsageError(`Could not start: ${name} must be an object, such as ${example}.`);
  }
  refuseUnknownKeys(value, known, `start with this ${name}`);
}
