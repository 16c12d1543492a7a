import type { Address, Business, Customer } from '../contract/operations.ts';
import type { Account } from '../targets/account.ts';
import type { Target } from '../targets/target.ts';

/** Creates a customer, by default with a unique email address. */
export async function createCustomer(account: Account, fields: object = {}): Promise<Customer> {
  const { freshEmail, run } = account.target;
  return (await account.call('createCustomer', { body: { email: freshEmail(), ...markOfRun(run), ...fields } })).data;
}

/** Marks the entities of a run, so that those of an aborted run can be found. */
export function markOfRun(run: string | undefined): { custom_data?: { paddock_run: string } } {
  return run === undefined ? {} : { custom_data: { paddock_run: run } };
}

/** Replaces the email address of a body by a unique one on shared accounts, where it may be taken. */
export function withFreeEmail<Body extends { readonly email?: string }>(target: Target, body: Body): Body {
  return target.can.isolate || body.email === undefined ? body : { ...body, email: target.freshEmail() };
}

/** Creates an address, by default in a country that needs no postal code. */
export async function createAddress(
  account: Account,
  customer: Pick<Customer, 'id'>,
  fields: object = {},
): Promise<Address> {
  const path = { customer_id: customer.id };
  return (await account.call('createAddress', { path, body: { country_code: 'IE', ...fields } })).data;
}

export async function createBusiness(account: Account, customer: Customer, fields: object = {}): Promise<Business> {
  const path = { customer_id: customer.id };
  return (await account.call('createBusiness', { path, body: { name: 'ChatApp Inc.', ...fields } })).data;
}

/** Archives a customer with `PATCH`, which every target supports. */
export async function archiveCustomer(account: Account, customer: Customer): Promise<Customer> {
  const path = { customer_id: customer.id };
  return (await account.call('updateCustomer', { path, body: { status: 'archived' } })).data;
}

export async function archiveAddress(account: Account, address: Address): Promise<Address> {
  const path = { customer_id: address.customer_id, address_id: address.id };
  return (await account.call('updateAddress', { path, body: { status: 'archived' } })).data;
}

export async function readCustomer(account: Account, customer: Customer): Promise<Customer> {
  return (await account.call('getCustomer', { path: { customer_id: customer.id } })).data;
}

/** A well-formed ID of no entity. */
export function unknownId(prefix: string): string {
  return `${prefix}_01h00000000000000000000000`;
}
