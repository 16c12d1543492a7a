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

/** Someone who pays. */
export type Customer = Schemas['customer'];
/** What a customer is created from. Only `email` is required. */
export type CustomerCreate = Schemas['customer-create'];
/** The fields of a customer to change. What is left out stays; `null` clears. */
export type CustomerUpdate = Schemas['customer-update'];
/** A place of a customer. */
export type Address = Schemas['address'];
/** What an address is created from. Only `country_code` is required. */
export type AddressCreate = Schemas['address-create'];
/** The fields of an address to change. What is left out stays; `null` clears. */
export type AddressUpdate = Schemas['address-update'];
/** A company that a customer buys for. */
export type Business = Schemas['business'];
/** What a business is created from. Only `name` is required. */
export type BusinessCreate = Schemas['business-create'];
/** The fields of a business to change. What is left out stays; `null` clears. */
export type BusinessUpdate = Schemas['business-update'];
/** What a customer pays for again and again. */
export type Subscription = Schemas['subscription'];
/** Links that open the customer portal. Make them when they are needed, and never keep them. */
export type PortalSession = Schemas['portal-session'];
/** A kind of event. */
export type EventType = Schemas['event-type'];
