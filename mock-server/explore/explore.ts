import fc from 'fast-check';
import type { JsonObject } from '#openapi/document/json.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import {
  type Application,
  deliverAll,
  type Handle,
  openApplication,
  type Read,
  readUntilEqual,
  type TrialIds,
} from './application.ts';
import { type Difference, differencesOf, entitiesIn } from './compare.ts';
import { freshIds } from './fresh-ids.ts';
import { type Delivery, type Disturbance, deliveriesOf, disturbances } from './orders.ts';
import { type RecordedEvent, type Recording, record } from './recording.ts';
import { type Scenario, type ScenarioName, scenarios } from './scenario.ts';

/** Options of an exploration. */
export type ExploreOptions = {
  /** Webhook endpoint: a URL, or a function that takes a `Request` and returns a `Response`. */
  handler: string | Handle;
  /**
   * Returns what the application has: a URL that answers with JSON, or a function. A URL may have placeholders, such as
   * `{subscription_id}`. The JSON may have any shape: every object in it with the `id` or `subscription_id` of an entity is compared
   * in the fields that the API has too.
   */
  read: string | Read;
  /** Secret of the endpoint, which deliveries are signed with. */
  secret: string;
  /** A scenario by name, or moves of your own on an empty account. Default: `pause-and-resume`. */
  scenario?: ScenarioName | Scenario | undefined;
  /** Event types that the endpoint is subscribed to. Default: all. */
  events?: readonly string[] | undefined;
  /** Number of orders to try. Default: 100. */
  runs?: number | undefined;
  /** Seed of the orders. Default: 1. */
  seed?: number | undefined;
  /** Longest time that the application needs after a response, in milliseconds. Default: 300. */
  patienceMs?: number | undefined;
};

/** The result of an exploration. */
export type Exploration = {
  /** Number of events of the scenario. */
  events: number;
  /** Number of orders that were tried, without those tried to find a smaller one. */
  orders: number;
  /** The smallest order after which the application differs from the API; `null` if there was none. */
  broken: BrokenOrder | null;
};

/** An order of deliveries, and what the application has afterwards. */
export type BrokenOrder = {
  /** Deliveries with the responses' statuses. The note says which ones are out of place. */
  deliveries: readonly (Pick<RecordedEvent, 'event_type' | 'occurred_at'> & {
    status: number;
    note: Delivery['note'];
  })[];
  differences: readonly Difference[];
};

/**
 * Delivers the events of a scenario to an application in many orders, late and repeated, and compares what it has afterwards
 * with the API. Each order has IDs of its own, so the application need not be reset.
 *
 * @throws UsageError if the application cannot be reached, or reads nothing of the scenario
 * @example
 * ```ts
 * const { broken } = await explore({ handler: 'http://localhost:3000/webhooks', read: 'http://localhost:3000/state', secret });
 * expect(broken).toBeNull();
 * ```
 */
export async function explore(options: ExploreOptions): Promise<Exploration> {
  const { handler, read, secret, scenario = 'pause-and-resume', runs = 100, seed = 1, patienceMs = 300 } = options;
  const application = openApplication(handler, read, secret);
  const recording = await record(typeof scenario === 'string' ? scenarios[scenario] : scenario, options.events);
  const url = typeof handler === 'string' ? handler : 'http://application/webhooks';
  const { events } = recording;
  const straight = await tryOrder(recording, [], application, { url, patienceMs, wanted: null });
  if (straight.shown.length === 0) throw nothingRead(straight.broken);
  const wanted = new Set(straight.shown);
  if (straight.broken.differences.length > 0) return { events: events.length, orders: 1, broken: straight.broken };
  let smallest: BrokenOrder | null = null;
  const property = fc.asyncProperty(disturbances(events.length), async (disturbed) => {
    const { broken } = await tryOrder(recording, disturbed, application, { url, patienceMs, wanted });
    if (broken.differences.length === 0) return true;
    smallest = broken;
    return false;
  });
  const { numRuns } = await fc.check(property, { numRuns: runs, seed });
  return { events: events.length, orders: numRuns + 1, broken: smallest };
}

type Trial = { url: string; patienceMs: number; wanted: ReadonlySet<string> | null };

/** Delivers events in an order, with new IDs, and compares. Returns the recorded IDs of the entities that were read too. */
async function tryOrder(
  { events, entities }: Recording,
  disturbed: readonly Disturbance[],
  application: Application,
  { url, patienceMs, wanted }: Trial,
): Promise<{ shown: string[]; broken: BrokenOrder }> {
  const rename = freshIds([...events, ...entities].map((each) => JSON.stringify(each)));
  const renamed = <Value>(value: Value): Value => JSON.parse(rename(JSON.stringify(value)));
  const order = deliveriesOf(events.length, disturbed);
  const sent = order.flatMap(({ event }) => events[event] ?? []);
  const statuses = await deliverAll(sent.map(renamed), application, url);
  const truth = entities.map(renamed);
  const known = new Map(truth.map(({ id }, index) => [String(id), String(entities[index]?.['id'])]));
  const all = new Set([...(wanted ?? [])].map(rename));
  let shown: string[] = [];
  const differences = await readUntilEqual(async () => {
    const read = entitiesIn(await application.read(idsOf(truth)), new Set(known.keys()));
    shown = [...read.keys()].map((id) => known.get(id) ?? id);
    // The first time, an application may need a while to have anything.
    if (wanted === null && shown.length === 0) return [{ id: '', field: 'id', read: undefined, api: null }];
    return differencesOf(read, truth, all);
  }, patienceMs);
  const deliveries = sent.map(({ event_type, occurred_at }, index) => {
    return { event_type, occurred_at, status: statuses[index] ?? 0, note: order[index]?.note ?? null };
  });
  return { shown, broken: { deliveries, differences } };
}

const idNames = {
  ctm: 'customer_id',
  add: 'address_id',
  biz: 'business_id',
  sub: 'subscription_id',
  txn: 'transaction_id',
  adj: 'adjustment_id',
} as const;

/** IDs by the names of placeholders; the first of each kind. */
function idsOf(entities: readonly JsonObject[]): TrialIds {
  const ids: Record<string, string> = {};
  for (const { id } of entities) {
    const [prefix = ''] = String(id).split('_');
    const name = Object.entries(idNames).find(([known]) => known === prefix)?.[1];
    if (name !== undefined) ids[name] ??= String(id);
  }
  return ids;
}

function nothingRead({ deliveries }: BrokenOrder): UsageError {
  const statuses = [...new Set(deliveries.map(({ status }) => status))].join(', ');
  return new UsageError(
    `Could not explore: nothing that was read has the ID of an entity of the scenario; the endpoint answered ${statuses}. Have it show id or subscription_id.`,
  );
}
