import { parseJson } from '#openapi/document/json.ts';
import { isRecord } from '../errors/error-envelope.ts';
import type { GuideWebhooks, PaddleEvent } from './paddle-event.ts';
import { sortableInstant } from './sortable-instant.ts';

/** Parses the body of a webhook; `null` if it is not an event. */
export function readEvent<Webhooks extends object = GuideWebhooks>(
  body: string,
): { readonly event: PaddleEvent<Webhooks> } | null {
  const event = parseJson(body);
  if (!isRecord(event) || !isRecord(event.data)) return null;
  const { event_id, event_type, occurred_at } = event;
  if (typeof event_id !== 'string' || event_id === '' || typeof event_type !== 'string') return null;
  if (typeof occurred_at !== 'string' || sortableInstant(occurred_at) === null) return null;
  // The cast relies on the signature, which proves that Paddle sent it, and on the document of Paddle's webhooks.
  return { event: event as unknown as PaddleEvent<Webhooks> };
}
