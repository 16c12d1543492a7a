import { isRecord, parseJson } from '../errors/error-envelope.ts';
import type { GuideWebhooks, PaddleEvent } from './paddle-event.ts';
import { sortableInstant } from './sortable-instant.ts';

/** Reads the body of a webhook; `null` for what is no event. */
export function readEvent<Webhooks extends object = GuideWebhooks>(
  body: string,
): { readonly event: PaddleEvent<Webhooks> } | null {
  const event = parseJson(body);
  if (!isRecord(event) || !isRecord(event.data)) return null;
  const { event_id, event_type, occurred_at } = event;
  if (typeof event_id !== 'string' || event_id === '' || typeof event_type !== 'string') return null;
  if (typeof occurred_at !== 'string' || sortableInstant(occurred_at) === null) return null;
  // Here the dynamic world becomes typed: the signature says that it is from Paddle, and the document what Paddle sends.
  return { event: event as unknown as PaddleEvent<Webhooks> };
}
