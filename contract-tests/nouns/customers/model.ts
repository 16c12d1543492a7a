import { type CustomData, storedCustomData } from '../../arbitraries/custom-data.ts';
import { type ExpectedRefusal, entityArchived, type Given, notFound } from '../../lifecycles/expectations.ts';
import { find } from '../../lifecycles/move.ts';
import type { Target } from '../../targets/target.ts';
import type { AddressCreate } from '../addresses/arbitrary.ts';
import type { BusinessCreate } from '../businesses/arbitrary.ts';
import { eventTypeNames } from '../notification-settings/arbitrary.ts';
import type { CustomerCreate, CustomerUpdate } from './arbitrary.ts';

/**
 * Model of the documentation of customers and their entities. It is independent of the mock, so that it does not repeat
 * the mock's mistakes.
 */
export type State = {
  /** Email addresses for customers: few, so that some are used twice. */
  readonly emails: readonly string[];
  /** In the order of creation, like addresses and businesses. */
  readonly customers: readonly Customer[];
  readonly addresses: readonly Belonging[];
  readonly businesses: readonly Belonging[];
  readonly links: readonly PortalLink[];
  /** Expected events, in order. */
  readonly expectedEvents: readonly ExpectedEvent[];
  /** Number of events that were read. */
  readonly read: number;
  readonly lastEvent: string | null;
};

export type Status = 'active' | 'archived';
type Entity = Given & { readonly status: Status; readonly custom_data: CustomData | null };
export type Customer = Entity & Omit<Required<CustomerCreate>, 'custom_data'>;
/** An address or a business. */
export type Belonging = Entity & { readonly customer_id: string };
export type PortalLink = { readonly customer_id: string; readonly url: string; readonly isUsed: boolean };

/** An expected event, which is certain or optional. */
export type ExpectedEvent = { readonly event_type: string; readonly data: unknown; readonly isCertain: boolean };

export function emptyState(emails: readonly string[]): State {
  const nothing = { customers: [], addresses: [], businesses: [], links: [] };
  return { emails, ...nothing, expectedEvents: [], read: 0, lastEvent: null };
}

const alreadyExists: ExpectedRefusal = { status: 409, code: 'customer_already_exists' };

/** Documented rules for a target with certain behaviours. */
export type Rules = ReturnType<typeof rulesOf>;

export function rulesOf({ behaviours, contract, can }: Target) {
  /** Returns the error for a taken email address, or `null`. @evidence assumed, for those of archived customers */
  function refusalOfEmail({ customers }: State, email: string | undefined, owner?: string): ExpectedRefusal | null {
    if (behaviours['duplicate-emails'] === 'allow' || email === undefined) return null;
    return customers.some((customer) => customer.id !== owner && customer.email === email) ? alreadyExists : null;
  }

  /** Returns the error for an update of a customer, or `null`. */
  function refusalOfUpdate(
    state: State,
    id: string,
    update: CustomerUpdate & { status?: Status },
  ): ExpectedRefusal | null {
    if (find(state.customers, id).status === 'archived') {
      if (behaviours['patch-archived'] === 'not-found') return notFound;
      if (update.status !== 'active') return entityArchived;
    }
    return refusalOfEmail(state, update.email, id);
  }

  function customerOf(body: CustomerCreate): Omit<Customer, keyof Given> {
    return {
      name: null,
      locale: behaviours['customer-locale-default'] === 'en' ? 'en' : null,
      marketing_consent: false,
      ...body,
      status: 'active',
      custom_data: storedCustomData(body.custom_data ?? null, behaviours),
      import_meta: body.import_meta ?? null,
    };
  }

  function addressOf(body: AddressCreate) {
    const lines = {
      description: null,
      first_line: null,
      second_line: null,
      city: null,
      region: null,
      postal_code: null,
    };
    return { ...lines, ...body, ...belongingOf(body) };
  }

  function businessOf(body: BusinessCreate) {
    return { company_number: null, tax_identifier: null, contacts: [], ...body, ...belongingOf(body) };
  }

  function belongingOf({ custom_data = null }: { readonly custom_data?: CustomData | null }) {
    return { status: 'active' as const, custom_data: storedCustomData(custom_data, behaviours), import_meta: null };
  }

  function withUpdate<Kind extends Entity>(entity: Kind, update: { readonly custom_data?: CustomData | null }): Kind {
    const { custom_data = null } = update;
    const stored = 'custom_data' in update ? storedCustomData(custom_data, behaviours) : entity.custom_data;
    return { ...entity, ...update, custom_data: stored };
  }

  /** Tests whether a list has an entity. @param asked Value of the filter `status`, or `undefined`. */
  function isListed({ status }: { readonly status: Status }, asked: string | undefined): boolean {
    if (asked !== undefined) return asked.split(',').includes(status);
    return behaviours['list-default-status'] === 'all' || status === 'active';
  }

  const eventTypes = eventTypeNames(contract);

  /** Adds an event to the state, unless the account is shared, whose events are unpredictable. */
  function withEvent(state: State, event_type: string, data: object, isCertain = true): State {
    if (!can.isolate || !eventTypes.includes(event_type)) return state;
    return { ...state, expectedEvents: [...state.expectedEvents, { event_type, data, isCertain }] };
  }

  return {
    behaviours,
    can,
    refusalOfEmail,
    refusalOfUpdate,
    customerOf,
    addressOf,
    businessOf,
    withUpdate,
    isListed,
    withEvent,
  };
}
