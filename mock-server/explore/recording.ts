import { isObject, type JsonObject } from '#openapi/document/json.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import { startPaddock } from '../server/start-paddock.ts';
import type { Scenario, Stage } from './scenario.ts';

/** An event of a scenario. */
export type RecordedEvent = {
  readonly event_id: string;
  readonly event_type: string;
  readonly occurred_at: string;
  readonly data: JsonObject;
};

/** Events of a scenario in their order, and the entities as the API has them afterwards. */
export type Recording = { readonly events: readonly RecordedEvent[]; readonly entities: readonly JsonObject[] };

/** Time at which scenarios begin. */
const now = '2026-01-31T10:00:00Z';

/**
 * Plays a scenario on a mock of its own.
 *
 * @param types event types to keep; all by default
 * @throws UsageError for a scenario without events
 */
export async function record(scenario: Scenario, types: readonly string[] | undefined): Promise<Recording> {
  await using mock = await startPaddock({ profile: 'official', clock: { now }, rateLimit: false, seed: 1 });
  const paddock = mock.newAccount();
  const send = async (url: string, init: RequestInit = {}): Promise<JsonObject> => {
    const headers = { Authorization: `Bearer ${paddock.apiKey}`, 'Content-Type': 'application/json' };
    const response = await mock.fetch(url, { ...init, headers });
    const body: unknown = await response.json();
    if (response.ok && isObject(body)) return body;
    throw new UsageError(`Could not play the scenario: ${init.method ?? 'GET'} ${url} answered ${response.status}.`);
  };
  const stage: Stage = {
    paddock,
    call: async (method, path, body) =>
      (await send(paddock.url + path, { method, ...(body && { body: JSON.stringify(body) }) }))['data'],
  };
  await scenario(stage);
  const list = (path: string) => listAll(send, paddock.url + path);
  const events = (await list('/events?order_by=id[ASC]&per_page=200'))
    .map(readEvent)
    .filter(({ event_type }) => types?.includes(event_type) ?? true);
  if (events.length === 0) throw new UsageError('Could not explore: the scenario has no event of these types.');
  const [customers, ...others] = await Promise.all([
    list('/customers?status=active,archived'),
    list('/subscriptions'),
    list('/transactions'),
    list('/adjustments'),
  ]);
  const owned = customers.flatMap(({ id }) =>
    ['addresses', 'businesses'].map((kind) => list(`/customers/${id}/${kind}`)),
  );
  return { events: apart(events), entities: [...customers, ...others.flat(), ...(await Promise.all(owned)).flat()] };
}

async function listAll(send: (url: string) => Promise<JsonObject>, first: string): Promise<JsonObject[]> {
  const found: JsonObject[] = [];
  let url: string | undefined = first;
  while (url !== undefined) {
    const { data, meta }: JsonObject = await send(url);
    found.push(...(Array.isArray(data) ? data.filter(isObject) : []));
    const pagination: unknown = isObject(meta) ? meta['pagination'] : undefined;
    url = isObject(pagination) && pagination['has_more'] === true ? String(pagination['next']) : undefined;
  }
  return found;
}

function readEvent({ event_id, event_type, occurred_at, data }: JsonObject): RecordedEvent {
  if (!isObject(data)) throw new Error('An event has no data.');
  return { event_id: String(event_id), event_type: String(event_type), occurred_at: String(occurred_at), data };
}

/**
 * Sets different states of an entity a millisecond apart, as they are at Paddle; the mock may announce them at one instant.
 *
 * @evidence observed: a payment's states are up to seconds apart, and pairs of events with equal data have equal times
 */
function apart(events: readonly RecordedEvent[]): RecordedEvent[] {
  let last = { at: 0, text: '' };
  return events.map((event) => {
    const text = JSON.stringify(event.data);
    const at = text === last.text ? last.at : Math.max(Date.parse(event.occurred_at), last.at + 1);
    last = { at, text };
    return { ...event, occurred_at: new Date(at).toISOString() };
  });
}
