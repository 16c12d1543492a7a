import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '#openapi/text/usage-error.ts';
import { signatureHeader } from '../notifications/signature.ts';
import { deliveryBody } from '../state/database/jsonb-text.ts';
import type { Difference } from './compare.ts';
import type { RecordedEvent } from './recording.ts';

/** IDs of one trial, by the names of the fields that have them, such as `subscription_id`. */
export type TrialIds = Readonly<Record<string, string>>;

/** Receives a webhook, and returns the response. */
export type Handle = (request: Request) => Response | Promise<Response>;
/** Returns what the application has, as JSON. */
export type Read = (ids: TrialIds) => unknown;

/** Webhook endpoint and state of an application under test. */
export type Application = { readonly handle: Handle; readonly read: Read; readonly secret: string };

/** Times that a failed delivery is tried again, after all others. */
const retries = 3;
/** Milliseconds between two readings while an application may still be at work. */
const pause = 20;

/**
 * Opens an application.
 *
 * @param handler URL of the endpoint, or a function
 * @param read URL with placeholders such as `{subscription_id}`, or a function
 */
export function openApplication(handler: string | Handle, read: string | Read, secret: string): Application {
  if (secret === '') throw new UsageError('Could not explore: the secret is empty. Give the secret of the endpoint.');
  return {
    handle: typeof handler === 'string' ? (request) => fetch(request) : handler,
    read: typeof read === 'string' ? (ids) => readUrl(read, ids) : read,
    secret,
  };
}

async function readUrl(url: string, ids: TrialIds): Promise<unknown> {
  const filled = url.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => ids[name] ?? placeholder);
  const response = await fetch(filled, { headers: { Accept: 'application/json' } }).catch(unreachable(url));
  if (response.status === 404) return null;
  const text = await response.text();
  try {
    if (response.ok) return JSON.parse(text);
  } catch {}
  throw new UsageError(`Could not explore: GET ${filled} answered ${response.status}, and not JSON. Correct --read.`);
}

function unreachable(url: string): (error: unknown) => never {
  return (error) => {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new UsageError(`Could not explore: ${url} cannot be reached (${reason}). Start the application.`);
  };
}

/** Delivers events one after the other; failed deliveries come again after all others. Returns the statuses. */
export async function deliverAll(
  events: readonly RecordedEvent[],
  { handle, secret }: Application,
  url: string,
): Promise<number[]> {
  const statuses: number[] = [];
  let failed: RecordedEvent[] = [];
  for (const event of events) {
    const status = await deliver(event);
    statuses.push(status);
    if (status !== 200) failed.push(event);
  }
  for (let retry = 0; retry < retries && failed.length > 0; retry += 1) {
    const again: RecordedEvent[] = [];
    for (const event of failed) if ((await deliver(event)) !== 200) again.push(event);
    failed = again;
  }
  return statuses;

  async function deliver({ event_id, data, ...event }: RecordedEvent): Promise<number> {
    const notification_id = event_id.replace(/^evt/, 'ntf');
    const body = deliveryBody(JSON.stringify({ event_id, ...event, notification_id, data }));
    const headers = {
      'Content-Type': 'application/json',
      'User-Agent': 'Paddle (Paddock explore)',
      'Paddle-Signature': signatureHeader(body, [secret], Math.floor(Date.now() / 1000)),
    };
    const response = await Promise.resolve(
      handle(new Request(url, { method: 'POST', headers, body, redirect: 'manual' })),
    ).catch(unreachable(url));
    await response.body?.cancel();
    return response.status;
  }
}

/** Reads until there is no difference, or for a time. Returns the differences that remain. */
export async function readUntilEqual(read: () => Promise<Difference[]>, patienceMs: number): Promise<Difference[]> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const differences = await read();
    if (differences.length === 0 || performance.now() >= until) return differences;
    await sleep(pause);
  }
}
