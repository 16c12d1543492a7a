/**
 * A typed client for Paddle Billing, for the sandbox, the live environment and Paddock.
 *
 * @packageDocumentation
 */

export { UsageError } from '#openapi/usage-error.ts';
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
  Entity,
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
export { createWebhookHandler } from './webhooks/create-webhook-handler.ts';
export { eventOrder } from './webhooks/event-order.ts';
export { createMemorySeenStore, type MemorySeenStoreOptions } from './webhooks/memory-seen-store.ts';
export { createMemoryNewestStore, type NewestStore } from './webhooks/newest-store.ts';
export type { NodeRequest, NodeResponse } from './webhooks/node-request.ts';
export type {
  EventTypeName,
  GuideWebhooks,
  OfficialWebhooks,
  PaddleEvent,
  PaddleEventOf,
  UnlistedEvent,
} from './webhooks/paddle-event.ts';
export type { RawBody } from './webhooks/raw-body.ts';
export type { Claim, OverdueEvent, SeenStore } from './webhooks/seen-store.ts';
export { type SignOptions, signWebhook } from './webhooks/sign-webhook.ts';
export {
  type VerifyOptions,
  verifyWebhook,
  type WebhookRefusal,
  type WebhookVerification,
} from './webhooks/verify-webhook.ts';
export type {
  WebhookDelivery,
  WebhookHandler,
  WebhookHandlerOptions,
  WebhookListeners,
  WebhookProblem,
} from './webhooks/webhook-handler.ts';
