import type { Account } from '../account/account.ts';
import { badRequest, paddleError } from '../errors/errors.ts';
import { fieldErrorsOf } from '../errors/validation-messages.ts';
import type { OperationRequest } from '../http/handler.ts';
import { previewPrices } from '../resources/pricing-preview/preview-prices.ts';
import { preview } from '../resources/transactions/preview.ts';

type Body<Id extends 'previewPrices' | 'previewTransaction'> = OperationRequest<Id>['body'];

/** Computes a preview for Paddle.js, as the operation of the API does. @throws PaddleApiError for a body that it refuses */
export const previews = {
  'pricing-preview': (body: unknown, account: Account) =>
    previewPrices(checked<Body<'previewPrices'>>(body, 'previewPrices', account), account),
  'transaction-preview': (body: unknown, account: Account) =>
    preview(checked<Body<'previewTransaction'>>(body, 'previewTransaction', account), account),
};

/** The place where bodies that were validated against the document become typed. */
function checked<Checked>(body: unknown, operationId: string, { spec }: Account): Checked {
  const operation = spec.operations.get(operationId);
  if (!operation) throw paddleError('invalid_url');
  const errors = fieldErrorsOf(spec.checkBody(operation, body));
  if (errors.length > 0) throw badRequest(errors);
  return body as Checked;
}
