import { type Check, documentedResponse } from './check.ts';

/**
 * Error codes, by status, for requests outside the operations of the contract.
 *
 * @evidence official, except for the status of method_not_allowed, which is assumed
 */
export const codesOutsideOperations: Readonly<Record<number, readonly string[]>> = {
  403: ['authentication_missing', 'authentication_malformed', 'invalid_token', 'forbidden'],
  404: ['invalid_url'],
  405: ['method_not_allowed'],
  429: ['too_many_requests'],
  431: ['request_headers_too_large'],
  501: ['not_implemented'],
};

/** Checks that an operation returns only documented statuses, and that other requests are refused. */
export const documentedStatus: Check = (exchange) => {
  const {
    operation,
    response: { status },
  } = exchange;
  if (operation === null)
    return codesOutsideOperations[status] ? null : `no operation was called, but the status is ${status}`;
  if (documentedResponse(exchange)) return null;
  return `${operation.id} documents ${[...operation.responses.keys()].join(', ')}, not ${status}`;
};
