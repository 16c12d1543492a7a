import type { Request, Response } from 'express';
import type { Operation } from '#openapi/document/operations.ts';
import type { Access } from '../account/accounts.ts';
import type { TakenFault } from '../faults/taken-fault.ts';
import type { Observer } from './output/observe.ts';
import type { Route } from './routes.ts';

const nothing: readonly string[] = [];

/**
 * What is known of a request while it is answered, kept in `response.locals`. A class in the place of Express's empty
 * object, since every request writes and reads all of it, and an object of known shape is several times as fast.
 */
export class Exchange {
  readonly requestId: string;
  /** When it came in, in milliseconds of `performance.now()`. */
  readonly startedAt = performance.now();
  /** Is told when the answer has gone out. */
  readonly observe: Observer;
  /** The text of the body, where one was read. */
  requestBody: string | undefined = undefined;
  /** Query parameters that the operation does not have. */
  unknownParameters: readonly string[] = nothing;
  access: Access | undefined = undefined;
  route: Route | undefined = undefined;
  /** The operation that the request asks for. */
  operationId: string | undefined = undefined;
  /** Values of its path's parameters. */
  params: Readonly<Record<string, string | string[]>> | undefined = undefined;
  /** The operation as the account's document has it. */
  operation: Operation | undefined = undefined;
  /** What goes wrong with it on purpose. */
  fault: TakenFault | undefined = undefined;

  constructor(requestId: string, observe: Observer) {
    this.requestId = requestId;
    this.observe = observe;
  }
}

export type ApiResponse = Response<unknown, Exchange>;
export type ApiRequest = Request;
