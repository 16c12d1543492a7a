import type { JsonObject } from '#openapi/document/json.ts';
import { nodeAt } from '#openapi/document/refs.ts';
import { readSchemas } from '#openapi/document/schema.ts';
import type { RunningMock } from '../../control-client/running-mock.ts';

/**
 * Reads the values of fields. Objects, arrays, `null`, quoted strings, and booleans for a field that is no string are
 * read as JSON. Everything else is a string: no field of Paddle's entities is a number.
 *
 * @throws MockUnavailable, MockRefusal if the account's document is needed and cannot be fetched
 */
export async function readValues(
  mock: RunningMock,
  eventType: string,
  fields: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const values = Object.entries(fields).map(([name, text]) => [name, readValue(text)] as const);
  const isText = values.some(([, value]) => isSwitch(value)) ? await textsOf(mock, eventType) : () => false;
  return Object.fromEntries(
    values.map(([name, value]) => [name, isSwitch(value) && isText(name) ? `${value}` : value]),
  );
}

function readValue(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'number' ? text : value;
  } catch {
    return text;
  }
}

function isSwitch(value: unknown): boolean {
  return typeof value === 'boolean';
}

/** Finds the fields of an event's entity that are strings, by the account's document. */
async function textsOf(mock: RunningMock, eventType: string): Promise<(name: string) => boolean> {
  const [noun = ''] = eventType.split('.');
  // The place where the document becomes typed.
  const document = (await mock.call('GET', '/_paddock/openapi/account.json')) as JsonObject;
  const schema = nodeAt(document, ['components', 'schemas', noun]);
  const fields = schema === undefined ? undefined : readSchemas(document).of(schema).properties;
  return (name) => fields?.get(name)?.types.includes('string') === true;
}
