import type { components as Guide, paths } from '#openapi/generated/guide.ts';
import type { paths as officialPaths } from '#openapi/generated/official.ts';

/** The operations as the integration guide describes them. The default of {@link PaddleClient}. */
export interface GuidePaths extends paths {}

/**
 * The operations as Paddle publishes them: no archive endpoint, `custom_data` of any JSON, and so on.
 *
 * @example
 * ```ts
 * import { createPaddleClient, type OfficialPaths } from 'paddle-paddock/client';
 *
 * export const connect = (apiKey: string) => createPaddleClient<OfficialPaths>({ apiKey, environment: 'sandbox' });
 * ```
 */
export interface OfficialPaths extends officialPaths {}

type Schemas = Guide['schemas'];

/** An entity or a body by the name of its schema in the document, such as `Entity<'price'>`. */
export type Entity<Name extends keyof Schemas> = Schemas[Name];

/** A customer: a person or company that pays. */
export type Customer = Schemas['customer'];
/** Body to create a customer. Only `email` is required. */
export type CustomerCreate = Schemas['customer-create'];
/** Fields of a customer to change. Missing fields keep their values; `null` clears a field. */
export type CustomerUpdate = Schemas['customer-update'];
/** An address of a customer. */
export type Address = Schemas['address'];
/** Body to create an address. Only `country_code` is required. */
export type AddressCreate = Schemas['address-create'];
/** Fields of an address to change. Missing fields keep their values; `null` clears a field. */
export type AddressUpdate = Schemas['address-update'];
/** A company that a customer buys for. */
export type Business = Schemas['business'];
/** Body to create a business. Only `name` is required. */
export type BusinessCreate = Schemas['business-create'];
/** Fields of a business to change. Missing fields keep their values; `null` clears a field. */
export type BusinessUpdate = Schemas['business-update'];
/** A subscription: a customer's recurring purchase. */
export type Subscription = Schemas['subscription'];
/** Links that open the customer portal. Create them when needed, and do not store them. */
export type PortalSession = Schemas['portal-session'];
/** An event type. */
export type EventType = Schemas['event-type'];
