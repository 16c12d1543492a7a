import type { Request, Response } from 'express';
import type { Access } from '../accounts.ts';
import type { TakenFault } from '../faults/taken-fault.ts';
import type { Operation } from '../spec.ts';
import type { Observer } from './observe.ts';

/** What is known of a request while it is answered, kept in `response.locals`. */
export type Exchange = {
  requestId: string;
  /** When it came in, in milliseconds of `performance.now()`. */
  startedAt: number;
  /** Is told when the answer has gone out. */
  observe: Observer;
  /** The body as it came, where one was read. */
  requestBody?: Buffer;
  /** Query parameters that the operation does not have. */
  unknownParameters?: readonly string[];
  access?: Access;
  /** The operation that the request asks for. */
  operationId?: string;
  /** Values of its path's parameters. */
  params?: Readonly<Record<string, string | string[]>>;
  /** The operation as the account's document has it. */
  operation?: Operation;
  /** What goes wrong with it on purpose. */
  fault?: TakenFault;
};

export type ApiResponse = Response<unknown, Exchange>;
export type ApiRequest = Request;
