import type { IncomingHttpHeaders } from 'node:http';
import { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import type { Operation } from '#openapi/document/operations.ts';
import { controlDocument } from '#openapi/document/read.ts';
import type { operations } from '#openapi/generated/control.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Account } from '../account/account.ts';
import type { Accounts } from '../account/accounts.ts';
import { PaddleApiError } from '../errors/errors.ts';
import { patternOf } from '../http/routes.ts';
import type { Measured } from '../monitoring/metrics.ts';
import { readSpec } from '../spec/spec.ts';
import { defaultApiKey } from '../state/api-keys.ts';
import { controlRoot } from '../wire/control-root.ts';
import { EventStream } from './event-stream.ts';
import { type ControlAnswer, type ControlContext, controlHandlers } from './handlers.ts';
import { checkControlBody, readControlQuery } from './requests/check-request.ts';
import { ControlError } from './requests/control-error.ts';
import { type GuardOptions, guardControl } from './requests/guard.ts';
import { readControlBody } from './requests/read-body.ts';
import { sendJson } from './send-json.ts';
import { TextAnswer } from './text-answer.ts';

export type ControlOptions = GuardOptions & {
  accounts: Accounts;
  resetAccount: (account: Account) => void | Promise<void>;
  measured: Measured;
  /** Returns `true` once the server accepts no more connections. */
  isDraining: () => boolean;
};

const healthPath = '/health';

/** Shared by all servers, since reading it and compiling its schemas takes milliseconds. */
const spec = readSpec(controlDocument);

/** Serves the operations of `openapi/control.yaml`, to be mounted at `controlRoot`. */
export function controlPlane(options: ControlOptions): Router {
  const router = Router();
  router.use((request, _response, next) => {
    // Health checks may come from other machines, and reveal only that the server runs.
    if (request.path !== healthPath) guardControl(request, options);
    next();
  });
  router.use(readControlBody);
  for (const operation of spec.operations.values()) {
    router[operation.method](patternOf(operation.path.slice(controlRoot.length)), answerWith(operation, options));
  }
  router.use((request) => {
    throw new ControlError(
      404,
      'not_found',
      `Could not find ${request.method} ${request.originalUrl}: there is no such operation. See GET /_paddock/openapi/control.yaml.`,
    );
  });
  router.use(renderControlError);
  return router;
}

function answerWith(operation: Operation, options: ControlOptions): RequestHandler {
  return async (request, response) => {
    const body: unknown = request.body ?? {};
    const query = readControlQuery(operation, request.originalUrl);
    checkControlBody(operation, spec, body);
    const checked = { params: request.params, query, body };
    const context = contextOf(request.headers, options);
    if (context.account.isHeld && request.path !== healthPath) await context.account.whole();
    const answer = await handlerOf(operation.operationId)(checked, context);
    response.status(operation.successStatus);
    if (answer === undefined) response.end();
    else if (answer instanceof EventStream) await answer.sendTo(response);
    else if (answer instanceof TextAnswer) response.type(answer.type).send(answer.text);
    else if (typeof answer === 'string') response.type('text/plain').send(answer);
    else await sendJson(response, answer);
  };
}

function contextOf({ authorization, host }: IncomingHttpHeaders, options: ControlOptions): ControlContext {
  const { accounts, resetAccount, measured, isDraining, baseUrl = `http://${host}` } = options;
  const { account, apiKey } =
    authorization === undefined
      ? { account: accounts.default(), apiKey: defaultApiKey }
      : accounts.authenticate(authorization);
  return { accounts, account, apiKey, baseUrl, resetAccount, measured, isDraining };
}

/** The place where validated requests become typed. */
function handlerOf(
  operationId: string,
): (request: unknown, context: ControlContext) => ControlAnswer | Promise<ControlAnswer> {
  const handler = controlHandlers[operationId as keyof operations];
  return (request, context) => handler(request as never, context);
}

const renderControlError: ErrorRequestHandler = (thrown: unknown, _request, response, next) => {
  const error = controlErrorOf(thrown);
  if (!error) return next(thrown);
  response.status(error.status).json({ error: { code: error.code, detail: error.message } });
};

function controlErrorOf(thrown: unknown): ControlError | undefined {
  if (thrown instanceof ControlError) return thrown;
  if (thrown instanceof UsageError) return new ControlError(400, 'invalid_request', thrown.message);
  if (thrown instanceof PaddleApiError) {
    return new ControlError(403, 'forbidden', `Could not find the account: ${thrown.hint ?? thrown.message}`);
  }
  const isUnreadable = thrown instanceof Error && 'status' in thrown && Number(thrown.status) < 500;
  return isUnreadable
    ? new ControlError(400, 'invalid_request', `Could not read the request: ${thrown.message}.`)
    : undefined;
}
