/**
 * A typed client for Paddle Billing, for the sandbox, the live environment and Paddock.
 *
 * @packageDocumentation
 */

export { createPaddleClient, type PaddleClientOptions } from './create-paddle-client.ts';
export type {
  Address,
  AddressCreate,
  AddressUpdate,
  Business,
  BusinessCreate,
  BusinessUpdate,
  Customer,
  CustomerCreate,
  CustomerUpdate,
  EventType,
  GuidePaths,
  OfficialPaths,
  PortalSession,
  Subscription,
} from './entities.ts';
export type { PaddleEnvironment } from './environment.ts';
export type { ClientErrorCode, PaddleErrorCode } from './error-codes.ts';
export type { Answer, CallOptions, PaddleClient } from './paddle-client.ts';
export {
  type FieldError,
  isPaddleError,
  PaddleRequestError,
  type PaddleRequestErrorFields,
} from './paddle-request-error.ts';
export { paginate } from './paginate.ts';
export type { RetryNotice, RetryOptions } from './retry-options.ts';
export { UsageError } from './usage-error.ts';
