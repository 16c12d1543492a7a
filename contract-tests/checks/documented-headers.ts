import { isObject, type Json } from '#openapi/document/json.ts';
import { objectAt, resolveRef } from '#openapi/document/refs.ts';
import { errorsOf } from '#openapi/document/validator.ts';
import { schemasOf } from '../contract/contract-schemas.ts';
import type { Contract } from '../contract/document.ts';
import { type Check, documentedResponse } from './check.ts';

/** Creates the check that required headers are present, and that documented headers match their schemas. */
export function createHeaderCheck(contract: Contract): Check {
  const { document } = contract;
  const schemas = schemasOf(contract);

  function violationOf(name: string, pointer: string, value: string | null): string | null {
    const header = objectAt(document, pointer);
    if (value === null) return header['required'] === true ? `the header ${name} is missing` : null;
    const { type } = resolveRef(document, header['schema']);
    const errors = errorsOf(schemas(`${pointer}/schema`), read(value, type));
    return errors.length === 0
      ? null
      : `${name} is ${value}: ${errors.map(({ message }) => `it ${message}`).join(', ')}`;
  }

  return function documentedHeaders(exchange) {
    const response = documentedResponse(exchange);
    const headers = response ? objectAt(document, response)['headers'] : undefined;
    if (!isObject(headers)) return null;
    for (const [name, header] of Object.entries(headers)) {
      const reference = isObject(header) ? header['$ref'] : undefined;
      const pointer = typeof reference === 'string' ? reference : `${response}/headers/${name}`;
      const violation = violationOf(name, pointer, exchange.response.headers.get(name));
      if (violation !== null) return violation;
    }
    return null;
  };
}

/** Converts a header's value to a number if one is documented and it looks like one. */
function read(value: string, type: Json | undefined): string | number {
  const isNumber = type === 'integer' ? /^-?\d+$/ : /^-?\d+(\.\d+)?$/;
  return (type === 'integer' || type === 'number') && isNumber.test(value) ? Number(value) : value;
}
