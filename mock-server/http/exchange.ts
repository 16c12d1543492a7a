import type { Request, Response } from 'express';
import type { Access } from '../accounts.ts';
import type { Operation } from '../spec.ts';

/** What is known of a request while it is answered, kept in `response.locals`. */
export type Exchange = {
  requestId: string;
  access?: Access;
  /** The operation as the account's document has it. */
  operation?: Operation;
};

export type ApiResponse = Response<unknown, Exchange>;
export type ApiRequest = Request;
