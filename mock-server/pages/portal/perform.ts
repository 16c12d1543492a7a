import { badRequest, paddleError } from '../../errors/errors.ts';
import { fieldErrorsOf } from '../../errors/validation-messages.ts';
import type { Answer, OperationId, OperationRequest } from '../../http/handler.ts';
import { handlers } from '../../resources/handlers.ts';
import type { Visit } from './visit.ts';

/**
 * Performs an operation of the API for the customer, with its validation, its transitions and its events.
 *
 * @throws PaddleApiError as the operation does
 */
export function perform<Id extends OperationId>(
  { account, baseUrl }: Visit,
  operationId: Id,
  request: OperationRequest<Id>,
): Answer {
  const operation = account.spec.operations.get(operationId);
  if (!operation) throw paddleError('invalid_url');
  const problems = account.spec.checkBody(operation, request.body);
  if (problems.length > 0) throw badRequest(fieldErrorsOf(problems));
  const context = {
    account,
    operation,
    caller: undefined,
    baseUrl,
    url: operation.path,
    userAgent: undefined,
    isCounted: false,
  };
  return handlers[operationId](request, context);
}
