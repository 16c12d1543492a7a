import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import { type CustomData, storedCustomData } from '../arbitraries/custom-data.ts';
import type { Behaviours } from '../contract/behaviours.ts';
import { expect } from '../law/expect.ts';
import { undescribedField } from './enumeration/probes.ts';

/**
 * Returns the expected stored fields of an accepted body: as sent, except for a few that are normalized, and without
 * the unknown field, which is ignored.
 */
export function expectedFields(body: JsonObject, behaviours: Behaviours): Record<string, unknown> {
  const described = Object.entries(body).filter(([name]) => name !== undescribedField);
  return Object.fromEntries(described.map(([name, sent]) => [name, expectedField(name, sent, behaviours)]));
}

function expectedField(name: string, sent: Json, behaviours: Behaviours): unknown {
  switch (name) {
    case 'custom_data':
      return storedCustomData(isObject(sent) ? (sent satisfies CustomData) : null, behaviours);
    case 'contacts':
      return asList(sent).map((contact) => (isObject(contact) ? { name: '', ...contact } : contact));
    case 'subscribed_events':
      return expect.arrayContaining(asList(sent).map((event) => expect.objectContaining({ name: event })));
    case 'locale':
      // Undocumented: whether null means the default, if there is one.
      return sent === null && behaviours['customer-locale-default'] === 'en' ? expect.anything() : sent;
    default:
      return sent;
  }
}

function asList(sent: Json): readonly Json[] {
  return Array.isArray(sent) ? sent : [];
}
