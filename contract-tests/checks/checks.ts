import type { Contract } from '../contract/document.ts';
import { createSchemaCheck } from './body-matches-schema.ts';
import type { Check } from './check.ts';
import { createHeaderCheck } from './documented-headers.ts';
import { documentedStatus } from './documented-status.ts';
import { errorEnvelope } from './error-envelope.ts';
import { createMisfitFinder } from './find-misfits.ts';
import { createIdPrefixCheck } from './ids-have-prefix.ts';
import { jsonContentType } from './json-content-type.ts';
import { noServerError } from './no-server-error.ts';
import { createUndocumentedFieldCheck } from './no-undocumented-field.ts';
import { createRequestIdCheck } from './request-id.ts';

/** Creates the checks of all exchanges with a target. They remember its request IDs. */
export function createChecks(contract: Contract): readonly Check[] {
  const findMisfits = createMisfitFinder(contract);
  return [
    noServerError,
    documentedStatus,
    jsonContentType,
    createRequestIdCheck(),
    createUndocumentedFieldCheck(findMisfits),
    createIdPrefixCheck(findMisfits),
    createSchemaCheck(findMisfits),
    errorEnvelope,
    createHeaderCheck(contract),
  ];
}
