import { type CustomData, storedCustomData } from '../../arbitraries/custom-data.ts';
import { type ExpectedRefusal, entityArchived, type Given, notFound } from '../../lifecycles/answers.ts';
import { find } from '../../lifecycles/move.ts';
import type { Target } from '../../targets/target.ts';
import type { AddressCreate } from '../addresses/arbitrary.ts';
import type { BusinessCreate } from '../businesses/arbitrary.ts';
import { eventTypeNames } from '../notification-settings/arbitrary.ts';
import type { CustomerCreate, CustomerUpdate } from './arbitrary.ts';

/**
 * What the documentation says about customers and what belongs to them, as a program. It knows nothing of the mock, so
 * that a mistake there is not repeated here.
 */
export type State = {
  /** Addresses that customers may have: few, so that some are sent twice. */
  readonly emails: readonly string[];
  /** In the order of creation, as the two below. */
  readonly customers: readonly Customer[];
  readonly addresses: readonly Belonging[];
  readonly businesses: readonly Belonging[];
  readonly links: readonly PortalLink[];
  /** What happened, in this order. */
  readonly happened: readonly Happened[];
  /** How many events were read, and the last of them. */
  readonly read: number;
  readonly lastEvent: string | null;
};

export type Status = 'active' | 'archived';
type Entity = Given & { readonly status: Status; readonly custom_data: CustomData | null };
export type Customer = Entity & Omit<Required<CustomerCreate>, 'custom_data'>;
/** An address or a business. */
export type Belonging = Entity & { readonly customer_id: string };
export type PortalLink = { readonly customer_id: string; readonly url: string; readonly isUsed: boolean };

/** An event that has to be there, or may be, and the entity that it tells of. */
export type Happened = { readonly event_type: string; readonly data: unknown; readonly isCertain: boolean };

export function emptyState(emails: readonly string[]): State {
  const nothing = { customers: [], addresses: [], businesses: [], links: [] };
  return { emails, ...nothing, happened: [], read: 0, lastEvent: null };
}

const alreadyExists: ExpectedRefusal = { status: 409, code: 'customer_already_exists' };

/** What the documentation says about a target of these behaviours. */
export type Rules = ReturnType<typeof rulesOf>;

export function rulesOf({ behaviours, contract, can }: Target) {
  /** Why a customer cannot have an email address, or `null`. @evidence assumed, for addresses of archived customers */
  function refusalOfEmail({ customers }: State, email: string | undefined, owner?: string): ExpectedRefusal | null {
    if (behaviours['duplicate-emails'] === 'allow' || email === undefined) return null;
    return customers.some((customer) => customer.id !== owner && customer.email === email) ? alreadyExists : null;
  }

  /** Why a customer cannot be changed so, or `null`. */
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

  /** The customer that a body makes. */
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

  /** The address that a body makes. */
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

  /** The business that a body makes. */
  function businessOf(body: BusinessCreate) {
    return { company_number: null, tax_identifier: null, contacts: [], ...body, ...belongingOf(body) };
  }

  function belongingOf({ custom_data = null }: { readonly custom_data?: CustomData | null }) {
    return { status: 'active' as const, custom_data: storedCustomData(custom_data, behaviours), import_meta: null };
  }

  /** An entity with the fields of an update put over it. */
  function withUpdate<Kind extends Entity>(entity: Kind, update: { readonly custom_data?: CustomData | null }): Kind {
    const { custom_data = null } = update;
    const stored = 'custom_data' in update ? storedCustomData(custom_data, behaviours) : entity.custom_data;
    return { ...entity, ...update, custom_data: stored };
  }

  /** Whether a list shows entities of a status. @param asked for with the filter; `undefined` where nothing was. */
  function isListed({ status }: { readonly status: Status }, asked: string | undefined): boolean {
    if (asked !== undefined) return asked.split(',').includes(status);
    return behaviours['list-default-status'] === 'all' || status === 'active';
  }

  /** Types of events that there are for changes of entities. */
  const eventTypes = eventTypeNames(contract);

  /** The state after an event. Where an account is not a new one, nobody knows which events come next. */
  function withEvent(state: State, event_type: string, data: object, isCertain = true): State {
    if (!can.isolate || !eventTypes.includes(event_type)) return state;
    return { ...state, happened: [...state.happened, { event_type, data, isCertain }] };
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
