import type { Json } from '#openapi/document-changes.ts';
import { type Contract, isObject, nodeAt } from '../targets/document.ts';
import { type Check, documentedResponse } from './check.ts';
import { schemasOf } from './contract-schemas.ts';

/** Makes the check that headers which the contract requires are there, and that each one it describes fits its schema. */
export function createHeaderCheck(contract: Contract): Check {
  const { document } = contract;
  const schemas = schemasOf(contract);

  function violationOf(name: string, pointer: string, value: string | null): string | null {
    const header = nodeAt(document, pointer);
    if (value === null) return header['required'] === true ? `the header ${name} is missing` : null;
    const validate = schemas.require(`${pointer}/schema`);
    const { type } = resolved(header['schema']);
    if (validate(read(value, type))) return null;
    return `${name} is ${value}: ${validate.errors?.map(({ message }) => `it ${message}`).join(', ')}`;
  }

  function resolved(schema: Json | undefined) {
    if (!isObject(schema)) return {};
    const { $ref: reference } = schema;
    return typeof reference === 'string' ? nodeAt(document, reference) : schema;
  }

  return function documentedHeaders(exchange) {
    const response = documentedResponse(exchange);
    const headers = response ? nodeAt(document, response)['headers'] : undefined;
    if (!isObject(headers)) return null;
    for (const [name, header] of Object.entries(headers)) {
      const reference = isObject(header) ? header['$ref'] : undefined;
      const pointer = typeof reference === 'string' ? reference : `${response}/headers/${name}`;
      const violation = violationOf(name, pointer, exchange.headers.get(name));
      if (violation !== null) return violation;
    }
    return null;
  };
}

/** A header's value as JSON has it: digits are a number where one is documented, and all else is the text that it is. */
function read(value: string, type: Json | undefined): string | number {
  const isNumber = type === 'integer' ? /^-?\d+$/ : /^-?\d+(\.\d+)?$/;
  return (type === 'integer' || type === 'number') && isNumber.test(value) ? Number(value) : value;
}
