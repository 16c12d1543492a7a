import type { IRouter, NextFunction } from 'express';
import type { Access, Accounts } from '../account/accounts.ts';
import { allOperations } from '../api-spec.ts';
import { hintAtBehaviours } from '../behaviour-hints.ts';
import { badRequest } from '../errors.ts';
import { processFaulty } from '../faults/process-faulty.ts';
import type { Operation } from '../spec.ts';
import { admit } from './admit.ts';
import { readBody, refuseBody } from './body.ts';
import type { ApiRequest, ApiResponse } from './exchange.ts';
import type { Handler, Handlers, OperationId, OperationRequest } from './handler.ts';
import { matches } from './pattern.ts';
import { printable } from './printable.ts';
import { readQuery, unknownParameters } from './query.ts';
import { render } from './render.ts';
import { queryOf } from './target.ts';
import { fieldErrorsOf } from './validation-messages.ts';
import { checkValuePermissions } from './value-permissions.ts';

/** Finds the base URL that a caller used, without a slash at the end. */
export type BaseUrlOf = (request: ApiRequest) => string;

/** A handler of any operation. It is called with requests that were checked for it. */
type AnyHandler = (request: unknown, context: Parameters<Handler<OperationId>>[1]) => ReturnType<Handler<OperationId>>;

/** Joins each operation of the document to its handler. Paths and methods come from the document alone. */
export function mountOperations(
  router: IRouter,
  accounts: Accounts,
  handlers: Handlers<OperationId>,
  baseUrlOf: BaseUrlOf,
) {
  const read = readBody(accounts.limits.bodyBytes);
  for (const operation of allOperations()) {
    const { operationId, method, path, bodySchema, isEmptyBodyTaken } = operation;
    const body = bodySchema === undefined ? refuseBody(isEmptyBodyTaken) : read;
    const answer = answerWith(handlerOf(handlers, operationId), accounts, baseUrlOf);
    router[method](expressPath(path), admit(accounts, operation), body, awaitWhole, answer);
  }
}

/** Lets requests wait while their account is restored or reset. */
function awaitWhole(_request: ApiRequest, response: ApiResponse, next: NextFunction): void {
  const account = response.locals.access?.account;
  if (account?.isHeld) account.whole().then(() => next(), next);
  else next();
}

/** `{customer_id}` of the document is `:customer_id` of Express. */
export function expressPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function answerWith(handler: AnyHandler, { portalSessions }: Accounts, baseUrlOf: BaseUrlOf) {
  return (request: ApiRequest, response: ApiResponse): void => {
    const { access, operation, fault } = response.locals;
    if (!access || !operation) throw new Error('A request reached its handler without being admitted.');
    const { account } = access;
    const context = {
      account,
      portalSessions,
      operation,
      baseUrl: baseUrlOf(request),
      url: request.originalUrl,
      userAgent: request.headers['user-agent'],
      isCounted: request.headers['skip-count'] !== 'true',
    };
    const checked = check(operation, access, request, response);
    const answer = fault
      ? processFaulty(fault.act, account.store, () => handler(checked, context))
      : handler(checked, context);
    render(response, operation.successStatus, answer, context);
  };
}

/** Holds a request against the document: path first, then query, then body. @throws PaddleApiError */
function check(operation: Operation, access: Access, request: ApiRequest, response: ApiResponse) {
  for (const { name, in: place, schema } of operation.parameters) {
    const text = request.params[name];
    if (place === 'path' && schema.pattern && !(typeof text === 'string' && matches(schema.pattern, text))) {
      throw badRequest(undefined, `${name} must match ${schema.pattern}`);
    }
  }
  const sent = queryOf(request.originalUrl);
  const unknown = sent.size > 0 ? unknownParameters(operation, sent) : [];
  if (unknown.length > 0) {
    response.locals.unknownParameters = unknown;
    hintAtIgnored(response, operation, 'query parameter', unknown);
  }
  const query = readQuery(operation, sent);
  if (access.permissions) checkValuePermissions(operation, query, access.permissions);
  const body: unknown = request.body === undefined ? {} : request.body;
  const problems = access.account.spec.checkBody(operation, body);
  if (problems.length > 0) {
    const { behaviours } = access.account;
    const hint = hintAtBehaviours(behaviours, problems, (spec) => spec.checkBody(operation, body));
    throw badRequest(fieldErrorsOf(problems), hint);
  }
  const { described, ignored } = access.account.spec.splitBody(operation, Object(body));
  if (ignored.length > 0) hintAtIgnored(response, operation, 'field', ignored);
  return { params: request.params, query, body: described };
}

function hintAtIgnored(response: ApiResponse, operation: Operation, what: string, names: readonly string[]): void {
  const place = `${operation.method.toUpperCase()} ${operation.path}`;
  response.setHeader('X-Paddock-Hint', `${place} has no ${what} ${hintable(names)}; it was ignored.`);
}

/** A few names, fit for a header. */
function hintable(names: readonly string[]): string {
  return printable(
    names
      .slice(0, 5)
      .map((name) => name.slice(0, 50))
      .join(', '),
  );
}

/** The place where checked requests become typed: `check` held them against the document that the types are made of. */
function handlerOf(handlers: Handlers<OperationId>, operationId: string): AnyHandler {
  const id = operationId as OperationId;
  return (request, context) =>
    (handlers[id] as Handler<OperationId>)(request as OperationRequest<OperationId>, context);
}
