import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import type { JsonObject } from '../document/json.ts';
import { nodeAt } from '../document/refs.ts';
import { componentRef, type RefTo } from './component-refs.ts';
import type { OverlayAction } from './overlay.ts';

/** An event type of `events.yaml`. */
export type CataloguedEvent = {
  name: string;
  entity: string;
  description: string;
  group: string;
  /** True if the guide lists it. */
  listed: boolean;
  tag: string | undefined;
  /** Schema of the event's `data`. Without one, the document has no webhook for the event. */
  schema: string | undefined;
};

type Entity = { group: string; tag?: string; schema?: string; types: Record<string, EntityEvent> };
type EntityEvent = { description: string; listed?: true; schema?: string };

/** Reads the catalogue of event types. */
export function readEvents(openapi: string): CataloguedEvent[] {
  const entities: Record<string, Entity> = parse(readFileSync(`${openapi}events.yaml`, 'utf8'));
  const tags = tagsBySchema(openapi);
  return Object.entries(entities).flatMap(([entity, { group, types, ...described }]) => {
    const returned = entity.replaceAll('_', '-');
    const { tag = tags.get(returned), schema = tag && returned } = described;
    return Object.entries(types).map(([happening, event]) => ({
      name: `${entity}.${happening}`,
      entity,
      description: event.description,
      group,
      listed: event.listed ?? false,
      tag,
      schema: event.schema ?? schema,
    }));
  });
}

/** Lists the files of `paths/`, each with its tag, in the order of the tags. */
export function filesByTag(openapi: string): [tag: string, file: string][] {
  const files = globSync('paths/**/*.yaml', { cwd: openapi });
  const found = files.map((file): [string, string] => [basename(file, '.yaml'), openapi + file]);
  return found.toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** The tags of operations by the schema of what they return, which their `data` names. */
function tagsBySchema(openapi: string): Map<string, string> {
  const found = filesByTag(openapi).flatMap(([tag, file]) => {
    const paths = readFileSync(file, 'utf8');
    return [...paths.matchAll(/\bdata: ([\w-]+)/g)].map(([, schema = '']): [string, string] => [schema, tag]);
  });
  return new Map(found);
}

/** Creates the webhook of each event type that has a schema. */
export function webhooksOf(events: readonly CataloguedEvent[], refTo: RefTo): JsonObject {
  return Object.fromEntries(
    events.flatMap((event) => (event.schema === undefined ? [] : [[event.name, webhook(event, event.schema, refTo)]])),
  );
}

/** Refers to the schemas of events that the guide does not list, if no operation returns them. */
export function unlistedSchemas(openapi: string, refTo: RefTo): JsonObject {
  const events = readEvents(openapi);
  const listed = events.filter((event) => event.listed).map(({ schema }) => schema);
  const known = new Set<string | undefined>([...tagsBySchema(openapi).keys(), ...listed]);
  const names = events.flatMap(({ schema }) => (schema === undefined || known.has(schema) ? [] : [schema]));
  return Object.fromEntries(names.map((name) => [name, refTo('schemas', name)]));
}

function webhook({ name, entity, tag }: CataloguedEvent, schema: string, refTo: RefTo): JsonObject {
  const properties = {
    event_id: refTo('schemas', 'sent-event-id'),
    event_type: { type: 'string', const: name },
    occurred_at: refTo('schemas', 'timestamp'),
    notification_id: refTo('schemas', 'sent-notification-id'),
    data: refTo('schemas', schema),
  };
  const payload = {
    type: 'object',
    description: `The event, with the ${entity.replaceAll('_', ' ')} at that time.`,
    additionalProperties: false,
    required: Object.keys(properties),
    properties,
  };
  const received = 'Received. Any other status, or a response after five seconds, counts as a failure.';
  return {
    post: {
      operationId: name.replaceAll(/[._]([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      ...(tag && { tags: [tag] }),
      summary: `Webhook of ${name}`,
      security: [],
      parameters: [refTo('parameters', 'paddle-signature')],
      requestBody: { required: true, content: { 'application/json': { schema: payload } } },
      responses: { '200': { description: received } },
    },
  };
}

/** Returns the names of the scenarios that can be simulated, which their configurations have. */
export function scenariosIn(schemas: JsonObject): string[] {
  return Object.keys(nodeAt(schemas, ['simulation-config', 'properties']) ?? {});
}

/** Returns the overlay's actions that add the event types, webhooks and schemas that the guide does not list. */
export function eventActions(
  events: readonly CataloguedEvent[],
  schemas: JsonObject,
  scenarios: readonly string[],
): OverlayAction[] {
  const all = { 'x-behaviour': 'webhook-events=all' };
  const more = events.filter(({ listed }) => !listed);
  return [
    { ...all, target: "$.components.schemas['event-type-name'].enum", remove: true },
    { ...all, target: "$.components.schemas['event-type-name']", update: { enum: events.map(({ name }) => name) } },
    { ...all, target: "$.components.schemas['simulation-type-name'].enum", remove: true },
    {
      ...all,
      target: "$.components.schemas['simulation-type-name']",
      update: { enum: [...events.map(({ name }) => name), ...scenarios] },
    },
    { ...all, target: '$.components.schemas', update: schemas },
    { ...all, target: '$.webhooks', update: webhooksOf(more, componentRef) },
  ];
}

/** Generates `generated/event-types.ts`: the event types as `GET /event-types` returns them. */
export function eventTypesModule(events: readonly CataloguedEvent[]): string {
  const list = (some: readonly CataloguedEvent[]) =>
    some.map(
      ({ name, description, group }) => `  ${JSON.stringify({ name, description, group, available_versions: [1] })},\n`,
    );
  return [
    "import type { components as Guide } from './guide.ts';\n",
    "import type { components as Official } from './official.ts';\n\n",
    '/** The event types that the guide lists. */\n',
    `export const listedEventTypes: readonly Guide['schemas']['event-type'][] = [\n`,
    ...list(events.filter(({ listed }) => listed)),
    '];\n\n/** All event types that Paddle publishes. */\n',
    `export const eventTypes: readonly Official['schemas']['event-type'][] = [\n`,
    ...list(events),
    '];\n',
  ].join('');
}
