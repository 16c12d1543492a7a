import type { JsonObject } from '#openapi/document/json.ts';
import type { RunningMock } from '../../control-client/running-mock.ts';
import { shapesOf } from '../../spec/spec-shapes.ts';

/**
 * Reads what fields are set to. A value is JSON where it is an object, an array, `null`, a text in quotes, or a switch of
 * a field that is no text; else it is text, since Paddle's entities have no field that is a number.
 *
 * @throws MockUnavailable, MockRefusal where the account's document is needed and not answered
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

/** Tells which fields of an event's entity are texts, as the account's document has them. */
async function textsOf(mock: RunningMock, eventType: string): Promise<(name: string) => boolean> {
  const [noun = ''] = eventType.split('.');
  // The place where a document, which comes as JSON, becomes typed.
  const shapes = shapesOf((await mock.call('GET', '/_paddock/openapi/account.json')) as JsonObject);
  const { fields } = shapes.named(noun);
  return (name) => {
    const field = fields?.get(name);
    return field !== undefined && shapes.of(field.property).isText;
  };
}
