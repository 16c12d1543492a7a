import type { Request, Response } from 'express';
import type { Operation } from '#openapi/document/operations.ts';
import type { Access } from '../account/accounts.ts';
import type { TakenFault } from '../faults/taken-fault.ts';
import type { Observer } from './output/observe.ts';
import type { Route } from './routes.ts';

const nothing: readonly string[] = [];

/**
 * State of a request, kept in `response.locals`. A class instead of Express's empty object, because every request uses
 * all of it and an object of fixed shape is several times as fast.
 */
export class Exchange {
  readonly requestId: string;
  /** Time of arrival, in milliseconds of `performance.now()`. */
  readonly startedAt = performance.now();
  /** Called once the response was sent. */
  readonly observe: Observer;
  /** Text of the body, if one was read. */
  requestBody: string | undefined = undefined;
  /** Query parameters that the operation does not have. */
  unknownParameters: readonly string[] = nothing;
  access: Access | undefined = undefined;
  route: Route | undefined = undefined;
  operationId: string | undefined = undefined;
  /** Path parameters. */
  params: Readonly<Record<string, string | string[]>> | undefined = undefined;
  /** The operation in the account's document. */
  operation: Operation | undefined = undefined;
  /** The fault injected into it. */
  fault: TakenFault | undefined = undefined;

  constructor(requestId: string, observe: Observer) {
    this.requestId = requestId;
    this.observe = observe;
  }
}

export type ApiResponse = Response<unknown, Exchange>;
export type ApiRequest = Request;
