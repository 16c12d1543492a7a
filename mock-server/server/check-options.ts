import { UsageError } from '#openapi/text/usage-error.ts';
import { refuseUnknownKeys } from '../account/known-keys.ts';
import type { WebhookDestination } from '../resources/notification-settings/register.ts';
import { fieldOf } from '../text/json-field.ts';
import type { ClockStart } from '../time/clock.ts';
import type { PaddockOptions } from './paddock-options.ts';
import { type StartOption, sharedOptions } from './start-options.ts';

const optionNames = {
  ...sharedOptions,
  clock: true,
  webhook: true,
  onBug: true,
  onNotice: true,
  onExchange: true,
  onStorageFailure: true,
} as const satisfies Record<keyof PaddockOptions, unknown>;
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
  for (const [name, option] of Object.entries(sharedOptions)) checkNumber(name, option, fieldOf(options, name));
  checkObject('clock', options.clock, clockNames, "{ now: '2026-07-01', frozen: true }");
  checkObject('webhook', options.webhook, webhookNames, "{ url: 'http://127.0.0.1:3000/webhooks' }");
}

/** Minimum values of numbers. */
const leastOf: Partial<Record<StartOption['form'], number>> = { 'whole number': 0, count: 1 };

function checkNumber(name: string, { form }: StartOption, value: unknown): void {
  const least = leastOf[form];
  if (value === undefined || least === undefined) return;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return;
  throw new UsageError(`Could not start: ${name} is ${value}. Give a whole number of at least ${least}.`);
}

function checkObject(name: string, value: unknown, known: Readonly<Record<string, true>>, example: string): void {
  if (value === undefined) return;
  if (typeof value !== 'object' || value === null || value instanceof Date) {
    throw new UsageError(`Could not start: ${name} must be an object, such as ${example}.`);
  }
  refuseUnknownKeys(value, known, `start with this ${name}`);
}
