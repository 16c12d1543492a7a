import type { Json } from '#openapi/document-changes.ts';
import { isObject, nodeAt } from '../targets/document.ts';
import { type Check, documentedResponse } from './check.ts';

/** Headers that the contract requires are there, and those it describes as whole numbers are, and large enough. */
export const documentedHeaders: Check = (exchange, { document }) => {
  const response = documentedResponse(exchange);
  const headers: Json | undefined = response ? nodeAt(document, response)['headers'] : undefined;
  if (!isObject(headers)) return null;
  for (const [name, reference] of Object.entries(headers)) {
    const header =
      isObject(reference) && typeof reference['$ref'] === 'string' ? nodeAt(document, reference['$ref']) : reference;
    const violation = isObject(header)
      ? violationOf(name, exchange.headers.get(name), header['required'], header['schema'])
      : null;
    if (violation) return violation;
  }
  return null;
};

function violationOf(
  name: string,
  value: string | null,
  required: Json | undefined,
  schema: Json | undefined,
): string | null {
  if (value === null) return required === true ? `the header ${name} is missing` : null;
  if (!isObject(schema) || schema['type'] !== 'integer') return null;
  const minimum = typeof schema['minimum'] === 'number' ? schema['minimum'] : 0;
  return /^\d+$/.test(value) && Number(value) >= minimum
    ? null
    : `${name} is ${value}, not a whole number from ${minimum} up`;
}
