import type { Operation } from '#openapi/document/operations.ts';
import type { Account } from '../../account/account.ts';
import type { Access, Accounts } from '../../account/accounts.ts';
import { forbidden, paddleError } from '../../errors/errors.ts';
import type { TakenFault } from '../../faults/taken-fault.ts';
import { hintAtLeftOut } from '../../spec/behaviour-hints.ts';
import { keyIdOf } from '../../state/api-keys.ts';
import type { ApiRequest, ApiResponse } from '../exchange.ts';

/**
 * Admits a request: finds its account, counts it against the rate limit, checks that the account's document has the
 * operation and that the key has its permission, and takes the next matching fault. Refused requests take no fault.
 */
export function admit(
  accounts: Accounts,
  { operationId, path, key, requestsPerMinute }: Operation,
  request: ApiRequest,
  response: ApiResponse,
): { access: Access; operation: Operation; fault: TakenFault | undefined } {
  const { locals } = response;
  locals.operationId = operationId;
  locals.params = request.params;
  const access = enter(accounts, key, request, response, requestsPerMinute);
  const operation = access.account.spec.operations.get(operationId);
  if (!operation)
    throw paddleError('invalid_url', { hint: hintAtLeftOut(access.account.behaviours, { operationId, path }) });
  const isOwnKey = operation.isOpenToOwnKey && request.params['api_key_id'] === keyIdOf(access.apiKey);
  if (!isOwnKey) refuseWithoutPermission(access, operation.permission);
  locals.operation = operation;
  locals.fault = access.account.faults.take(request, operation);
  return { access, operation, fault: locals.fault };
}

/** Finds the account of a request, and counts the request against the rate limit. */
export function enter(
  accounts: Accounts,
  key: Operation['key'],
  request: ApiRequest,
  response: ApiResponse,
  ownLimit?: number,
): Access {
  const { authorization } = request.headers;
  const access = isCaller(key, authorization) ? accounts.authenticate(authorization) : accounts.anonymous();
  response.locals.access = access;
  // Undone after the response: an account is not idle during a request.
  access.account.requests += 1;
  countRequest(access.account, access.apiKey, request, response, ownLimit);
  return access;
}

/** Returns true if a request comes from the owner of a key, or must. */
export function isCaller(key: Operation['key'], authorization: string | undefined): boolean {
  return key === 'required' || (key === 'optional' && Boolean(authorization));
}

/** @throws PaddleApiError forbidden for a key without the permission */
export function refuseWithoutPermission({ permissions }: Access, permission: string | null): void {
  if (permission !== null && permissions && !permissions.has(permission)) throw forbidden(permission);
}

function countRequest(
  { behaviours, clock, rateLimit }: Account,
  apiKey: string,
  request: ApiRequest,
  response: ApiResponse,
  ownLimit?: number,
) {
  const mode = behaviours['rate-limit'];
  if (mode === 'off') return;
  const caller = mode === 'per-key' ? apiKey : (request.socket.remoteAddress ?? 'unknown');
  const state = rateLimit.admit(mode, caller, clock.elapsed(), ownLimit);
  if (mode === 'per-key') {
    response.setHeader('X-RateLimit-Limit', state.limit);
    response.setHeader('X-RateLimit-Remaining', state.remaining);
    response.setHeader('X-RateLimit-Reset', Math.ceil(clock.now() / 1000) + state.resetSeconds);
  }
  if (state.retryAfterSeconds !== null)
    throw paddleError('too_many_requests', { retryAfterSeconds: state.retryAfterSeconds });
}
