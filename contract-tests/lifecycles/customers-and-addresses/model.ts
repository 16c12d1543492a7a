import type { AddressCreate, AddressUpdate } from '../../arbitraries/addresses.ts';
import { type CustomData, storedCustomData } from '../../arbitraries/custom-data.ts';
import type { CustomerCreate, CustomerUpdate } from '../../arbitraries/customers.ts';
import type { Behaviours } from '../../targets/behaviours.ts';

/**
 * What the documentation says about customers and their addresses, as a program. It knows nothing of the mock, so that
 * a mistake there is not repeated here.
 */
export type Model = {
  readonly behaviours: Behaviours;
  /** In the order of creation. */
  readonly customers: ModelCustomer[];
  /** In the order of creation. */
  readonly addresses: ModelAddress[];
};

type Status = 'active' | 'archived';
type Entity = { readonly id: string; status: Status; custom_data: CustomData | null };
export type ModelCustomer = Entity & Required<Omit<CustomerCreate, 'custom_data'>>;
export type ModelAddress = Entity & { readonly customer_id: string } & Required<Omit<AddressCreate, 'custom_data'>>;

/** How a request must be refused. */
export type ExpectedRefusal = { readonly status: number; readonly code: string };

export const notFound: ExpectedRefusal = { status: 404, code: 'not_found' };
export const entityArchived: ExpectedRefusal = { status: 400, code: 'entity_archived' };
const alreadyExists: ExpectedRefusal = { status: 409, code: 'customer_already_exists' };

/** Why a customer cannot have an email address, or `null`. @evidence assumed, for addresses of archived customers */
export function refusalOfEmail(
  { behaviours, customers }: Model,
  email: string | undefined,
  owner?: ModelCustomer,
): ExpectedRefusal | null {
  if (behaviours['duplicate-emails'] === 'allow' || email === undefined) return null;
  return customers.some((customer) => customer !== owner && customer.email === email) ? alreadyExists : null;
}

export function refusalOfUpdate(
  model: Model,
  customer: ModelCustomer,
  update: CustomerUpdate & { status?: Status },
): ExpectedRefusal | null {
  if (customer.status === 'archived') {
    if (model.behaviours['patch-archived'] === 'not-found') return notFound;
    if (update.status !== 'active') return entityArchived;
  }
  return refusalOfEmail(model, update.email, customer);
}

export function addCustomer({ behaviours, customers }: Model, id: string, body: CustomerCreate): ModelCustomer {
  const customer: ModelCustomer = {
    name: null,
    locale: behaviours['customer-locale-default'] === 'en' ? 'en' : null,
    marketing_consent: false,
    ...body,
    id,
    status: 'active',
    custom_data: storedCustomData(body.custom_data ?? null, behaviours),
    import_meta: body.import_meta ?? null,
  };
  customers.push(customer);
  return customer;
}

export function addAddress(
  { behaviours, addresses }: Model,
  id: string,
  customer: ModelCustomer,
  body: AddressCreate,
): ModelAddress {
  const nothing = {
    description: null,
    first_line: null,
    second_line: null,
    city: null,
    region: null,
    postal_code: null,
  };
  const custom_data = storedCustomData(body.custom_data ?? null, behaviours);
  const address: ModelAddress = { ...nothing, ...body, id, customer_id: customer.id, status: 'active', custom_data };
  addresses.push(address);
  return address;
}

/** Puts the fields of an update over an entity. */
export function change<Kind extends ModelCustomer | ModelAddress>(
  { behaviours }: Model,
  entity: Kind,
  update: (CustomerUpdate | AddressUpdate) & { status?: Status },
): void {
  const custom_data =
    'custom_data' in update ? storedCustomData(update.custom_data ?? null, behaviours) : entity.custom_data;
  Object.assign(entity, update, { custom_data });
}

/** The entities that a list without filters shows, in the order of their creation. */
export function listed<Kind extends Entity>({ behaviours }: Model, entities: readonly Kind[]): Kind[] {
  return entities.filter(({ status }) => behaviours['list-default-status'] === 'all' || status === 'active');
}
