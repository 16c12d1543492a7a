/**
 * A typed client for Paddle Billing, for the sandbox, the live environment and Paddock.
 *
 * @packageDocumentation
 */

export { UsageError } from '#openapi/text/usage-error.ts';
export { createPaddleClient, type PaddleClientOptions } from './create-paddle-client.ts';
export type { ClientErrorCode, PaddleErrorCode } from './errors/error-codes.ts';
export {
  type FieldError,
  isPaddleError,
  PaddleRequestError,
  type PaddleRequestErrorFields,
} from './errors/paddle-request-error.ts';
export { paginate } from './pagination/paginate.ts';
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
} from './requests/entities.ts';
export type { PaddleEnvironment } from './requests/environment.ts';
export type { Answer, CallOptions, PaddleClient } from './requests/paddle-client.ts';
export type { RetryNotice, RetryOptions } from './retry/retry-options.ts';
export { createWebhookHandler } from './webhooks/create-webhook-handler.ts';
export { eventOrder } from './webhooks/event-order.ts';
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
export { type SignOptions, signWebhook } from './webhooks/signature/sign-webhook.ts';
export {
  type VerifyOptions,
  verifyWebhook,
  type WebhookRefusal,
  type WebhookVerification,
} from './webhooks/signature/verify-webhook.ts';
export { createMemorySeenStore, type MemorySeenStoreOptions } from './webhooks/stores/memory-seen-store.ts';
export { createMemoryNewestStore, type NewestStore } from './webhooks/stores/newest-store.ts';
export type { Claim, OverdueEvent, SeenStore } from './webhooks/stores/seen-store.ts';
export type {
  WebhookDelivery,
  WebhookHandler,
  WebhookHandlerOptions,
  WebhookListeners,
  WebhookProblem,
} from './webhooks/webhook-handler.ts';
