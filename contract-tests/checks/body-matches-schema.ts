import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Contract } from '../targets/document.ts';
import { type Check, documentedResponse } from './check.ts';

/** Makes the check that each body fits the schema of its operation and status. */
export function createSchemaCheck({ document }: Contract): Check {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'contract');
  const validators = new Map<string, ValidateFunction>();

  return function bodyMatchesSchema(exchange) {
    if (exchange.status === 204) return null;
    const response = documentedResponse(exchange);
    // What is no operation is refused, and all refusals have one form.
    const schema = response ? `${response}/content/application~1json/schema` : '#/components/schemas/error';
    let validate = validators.get(schema);
    if (!validate) {
      // A JSON Pointer in a URI: braces of a path's parameters have to be escaped.
      validate = ajv.compile({ $ref: `contract${encodeURI(schema)}` });
      validators.set(schema, validate);
    }
    if (validate(exchange.body)) return null;
    return `the body does not fit ${schema}: ${ajv.errorsText(validate.errors, { dataVar: 'body' })}`;
  };
}
