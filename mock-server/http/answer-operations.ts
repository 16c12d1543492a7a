import type { Operation } from '#openapi/document/operations.ts';
import type { Account } from '../account/account.ts';
import type { Access, Accounts } from '../account/accounts.ts';
import { byKey } from '../account/cause.ts';
import { badRequest, forbidden, notEmulated, type PaddleApiError } from '../errors/errors.ts';
import { matches } from '../errors/pattern.ts';
import { fieldErrorsOf } from '../errors/validation-messages.ts';
import type { FaultAct } from '../faults/fault.ts';
import { hintAtBehaviours } from '../spec/behaviour-hints.ts';
import type { Store } from '../state/store.ts';
import { printable } from '../text/printable.ts';
import { giveTurns } from '../time/in-portions.ts';
import { pathOf } from '../wire/target.ts';
import { admit, isCaller } from './entry/admit.ts';
import type { ApiRequest, ApiResponse } from './exchange.ts';
import { failEarly } from './faulty/fail-early.ts';
import type { Answer, Handler, HandlerContext, Handlers, OperationId, OperationRequest } from './handler.ts';
import { hasBody, readBody } from './input/body.ts';
import { type PreparedOperation, prepare } from './input/prepared-operation.ts';
import type { Query } from './input/query.ts';
import { render } from './output/render.ts';
import { findRoute } from './routes.ts';

/** Finds the base URL that a caller used, without a trailing slash. */
export type BaseUrlOf = (request: ApiRequest) => string;

/** A handler of any operation, called with validated requests. */
type AnyHandler = (request: unknown, context: HandlerContext) => ReturnType<Handler<OperationId>>;

/** Answers a request for an operation of the document; returns `false` for any other request. */
export type Operations = (request: ApiRequest, response: ApiResponse) => boolean;

/** An admitted request. */
type Admitted = ReturnType<typeof admit>;

/**
 * Answers requests for the operations of the document, without Express and in one look-up, so the cost does not grow with
 * the number of operations.
 *
 * @param fail renders a thrown error
 */
export function answerOperations(
  accounts: Accounts,
  handlers: Handlers<OperationId>,
  baseUrlOf: BaseUrlOf,
  fail: (thrown: unknown, request: ApiRequest, response: ApiResponse) => void,
): Operations {
  return (request, response) => {
    try {
      const found = findRoute(request.method, pathOf(request.originalUrl));
      response.locals.route = found?.route;
      if (!found || !('operation' in found.route)) return false;
      request.params = found.params;
      begin(found.route.operation, request, response);
    } catch (error) {
      fail(error, request, response);
    }
    return true;
  };

  function begin(known: Operation, request: ApiRequest, response: ApiResponse): void {
    const admitted = admit(accounts, known, request, response);
    // Awaiting nothing would cost a request as much as finding its route.
    const waits = admitted.fault || hasBody(request.headers) || admitted.access.account.isHeld;
    if (!waits) finish(admitted, request, response);
    else prepareAndFinish(known, admitted, request, response).catch((error) => fail(error, request, response));
  }

  async function prepareAndFinish(
    known: Operation,
    admitted: Admitted,
    request: ApiRequest,
    response: ApiResponse,
  ): Promise<void> {
    const { access, fault } = admitted;
    if (fault && (await failEarly(fault, request, response))) return;
    if (hasBody(request.headers)) request.body = await readBody(known, accounts.limits.maxBodyBytes, request, response);
    // A restore or reset in progress leaves the account incomplete.
    while (access.account.isHeld) await access.account.whole();
    finish(admitted, request, response);
  }

  function finish({ access, operation, fault }: Admitted, request: ApiRequest, response: ApiResponse): void {
    const { account } = access;
    const context = new RequestContext(access, operation, request, baseUrlOf);
    const handler = handlerOf(handlers, operation.operationId);
    const prepared = prepare(operation);
    const checked = check(operation, prepared, access, request, response);
    const refusal = notEmulatedValue(operation, prepared, checked.query);
    // Reading something unknown is refused as such, whatever was to be included; nothing is written in vain.
    if (refusal && operation.method !== 'get') throw refusal;
    const handle = () => handler(checked, context);
    const make = operation.method === 'get' ? handle : () => account.by(byKey(access.apiKey), handle);
    const answer = fault ? handleWithFault(fault.act, account.store, make) : make();
    if (refusal) throw refusal;
    render(response, operation.successStatus, answer, context);
    // Several long pages in a row would block other accounts.
    if (isLong(answer)) void account.alone(giveTurns);
  }
}

/** Calls a handler on stale data, or twice, if the fault says so. */
function handleWithFault({ stale, duplicate }: FaultAct, store: Store, handle: () => Answer): Answer {
  if (duplicate) handle();
  return stale ? store.asBefore(handle) : handle();
}

/** Computes facts that only some handlers need on demand. */
class RequestContext implements HandlerContext {
  readonly account: Account;
  readonly operation: Operation;
  readonly #access: Access;
  readonly #request: ApiRequest;
  readonly #baseUrlOf: BaseUrlOf;

  constructor(access: Access, operation: Operation, request: ApiRequest, baseUrlOf: BaseUrlOf) {
    this.account = access.account;
    this.#access = access;
    this.operation = operation;
    this.#request = request;
    this.#baseUrlOf = baseUrlOf;
  }

  get baseUrl(): string {
    return this.#baseUrlOf(this.#request);
  }

  get caller(): Access | undefined {
    return isCaller(this.operation.key, this.#request.headers.authorization) ? this.#access : undefined;
  }

  get url(): string {
    return this.#request.originalUrl;
  }

  get userAgent(): string | undefined {
    return this.#request.headers['user-agent'];
  }

  get isCounted(): boolean {
    return this.#request.headers['skip-count'] !== 'true';
  }
}

/** Length of a page, in characters, from which other requests go before the account's next one. */
const longPage = 512 * 1024;

function isLong(answer: Answer): boolean {
  if (answer === 'no content' || !('page' in answer)) return false;
  let length = 0;
  for (const text of answer.page.texts) length += text.length;
  return length > longPage;
}

/** Validates a request against the document: path, then query, then body. @throws PaddleApiError */
function check(
  operation: Operation,
  prepared: PreparedOperation,
  access: Access,
  request: ApiRequest,
  response: ApiResponse,
) {
  for (const { name, pattern } of prepared.patterns) {
    // V8 would optimise a keyed access for one string of this name, and give up at the next, again and again.
    const text: unknown = Reflect.get(request.params, name);
    if (!(typeof text === 'string' && matches(pattern, text)))
      throw badRequest(undefined, `${name} must match ${pattern}`);
  }
  const shared = prepared.queryOf(request.originalUrl);
  const { unknown } = shared;
  if (unknown.length > 0) {
    response.locals.unknownParameters = unknown;
    hintAtIgnored(response, operation, 'query parameter', unknown);
  }
  const query = shared.read;
  if (access.permissions) checkValuePermissions(prepared, query, access.permissions);
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

/** Joins the first names for use in a header. */
function hintable(names: readonly string[]): string {
  return printable(
    names
      .slice(0, 5)
      .map((name) => name.slice(0, 50))
      .join(', '),
  );
}

/** The place where requests become typed: `check` validated them against the document that the types come from. */
function handlerOf(handlers: Handlers<OperationId>, operationId: string): AnyHandler {
  const id = operationId as OperationId;
  return (request, context) =>
    (handlers[id] as Handler<OperationId>)(request as OperationRequest<OperationId>, context);
}

/**
 * Checks values of parameters that need a permission of their own, such as entities to include.
 *
 * @throws PaddleApiError forbidden
 */
function checkValuePermissions(prepared: PreparedOperation, query: Query, permissions: ReadonlySet<string>): void {
  for (const { note: permission } of notesOf(prepared, query, 'x-enum-permissions')) {
    if (!permissions.has(permission)) throw forbidden(permission);
  }
}

/** The refusal of a value of a parameter that Paddle knows and Paddock does not emulate. */
function notEmulatedValue(operation: Operation, prepared: PreparedOperation, query: Query): PaddleApiError | undefined {
  if (prepared.noted.length === 0) return undefined;
  const [found] = notesOf(prepared, query, 'x-not-emulated');
  if (!found) return undefined;
  const { name, value, note } = found;
  return notEmulated(`Paddock does not emulate ${name}=${value} of ${nounOf(operation)} yet: ${note}.`);
}

type ValueNotes = 'x-enum-permissions' | 'x-not-emulated';

/** Returns the document's notes on the values that were sent. */
function notesOf({ noted }: PreparedOperation, query: Query, kind: ValueNotes) {
  return noted.flatMap(({ name, schema }) => {
    const notes = schema.items?.[kind];
    if (!notes) return [];
    const values = [query[name] ?? []].flat().map(String);
    return values.flatMap((value) => (notes[value] === undefined ? [] : [{ name, value, note: notes[value] }]));
  });
}

/** The kind of entity that an operation is about, as its path begins. */
function nounOf({ path }: Operation): string {
  return path.split('/')[1] ?? '';
}
