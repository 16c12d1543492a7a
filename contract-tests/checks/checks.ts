import type { Contract } from '../contract/document.ts';
import { createSchemaCheck } from './body-matches-schema.ts';
import type { Check } from './check.ts';
import { createHeaderCheck } from './documented-headers.ts';
import { documentedStatus } from './documented-status.ts';
import { errorEnvelope } from './error-envelope.ts';
import { createIdPrefixCheck } from './ids-have-prefix.ts';
import { jsonContentType } from './json-content-type.ts';
import { moneyAddsUp } from './money-adds-up.ts';
import { noServerError } from './no-server-error.ts';
import { createUndocumentedFieldCheck } from './no-undocumented-field.ts';
import { createRequestIdCheck } from './request-id.ts';
import { createSchemaErrorFinder } from './schema-errors.ts';

/** Creates the checks of all exchanges with a target. They remember its request IDs. */
export function createChecks(contract: Contract): readonly Check[] {
  const findSchemaErrors = createSchemaErrorFinder(contract);
  return [
    noServerError,
    documentedStatus,
    jsonContentType,
    createRequestIdCheck(),
    createUndocumentedFieldCheck(findSchemaErrors),
    createIdPrefixCheck(findSchemaErrors),
    createSchemaCheck(findSchemaErrors),
    errorEnvelope,
    createHeaderCheck(contract),
    moneyAddsUp,
  ];
}
