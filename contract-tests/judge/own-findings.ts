import { parseJson } from '#openapi/document/json.ts';
import { createSchemaCheck } from '../checks/body-matches-schema.ts';
import type { Check } from '../checks/check.ts';
import { createHeaderCheck } from '../checks/documented-headers.ts';
import { documentedStatus } from '../checks/documented-status.ts';
import { createIdPrefixCheck } from '../checks/ids-have-prefix.ts';
import { jsonContentType } from '../checks/json-content-type.ts';
import { createUndocumentedFieldCheck } from '../checks/no-undocumented-field.ts';
import { createFaultFinder, describeFaults, unreadableBody } from '../checks/request-faults.ts';
import { createSchemaErrorFinder } from '../checks/schema-errors.ts';
import type { Contract } from '../contract/document.ts';
import type { Exchange } from '../contract/exchange.ts';
import type { AnswerPart, Finding, Findings, RequestPart } from './finding.ts';

/** The checks that compare a response with the document, by part. */
export type AnswerChecks = Readonly<Record<AnswerPart, readonly Check[]>>;

export function createAnswerChecks(contract: Contract): AnswerChecks {
  const findSchemaErrors = createSchemaErrorFinder(contract);
  return {
    status: [documentedStatus],
    'media-type': [jsonContentType],
    headers: [createHeaderCheck(contract)],
    body: [
      createUndocumentedFieldCheck(findSchemaErrors),
      createIdPrefixCheck(findSchemaErrors),
      createSchemaCheck(findSchemaErrors),
    ],
  };
}

/**
 * Creates a judge from our own checks. Undocumented parameters are not findings, since a document cannot forbid them.
 *
 * @param checks of responses.
 */
export function createOwnJudge(contract: Contract, checks: AnswerChecks): (exchange: Exchange) => Findings {
  const faultsOf = createFaultFinder(contract);

  function requestFindings({ operation, request }: Exchange): Finding<RequestPart>[] {
    const { method, url, headers, body } = request;
    if (operation === null) return [{ part: 'operation', message: `there is no operation ${method} ${url.pathname}` }];
    const unreadable = unreadableBody(operation, headers, body);
    if (unreadable !== null) return [{ part: 'request-body', message: unreadable }];
    const faults = faultsOf({ operation, query: url.searchParams, body: parseJson(body) });
    return describeFaults({ ...faults, unknownParameters: [] }).map((message) => ({ part: 'request-body', message }));
  }

  return (exchange) => ({
    request: requestFindings(exchange),
    answer: answerParts.flatMap((part) =>
      checks[part].flatMap((check) => {
        const message = check(exchange, contract);
        return message === null ? [] : [{ part, message }];
      }),
    ),
  });
}

const answerParts = ['status', 'media-type', 'headers', 'body'] as const satisfies readonly AnswerPart[];
