import type { Address, Business, Customer } from '../contract/operations.ts';
import type { Account } from '../targets/account.ts';
import type { Target } from '../targets/target.ts';

/** Creates a customer; without an email address, with one of their own. */
export async function createCustomer(account: Account, fields: object = {}): Promise<Customer> {
  const { freshEmail, run } = account.target;
  // A run that breaks off leaves customers, which are found again by this.
  const mark = run === undefined ? {} : { custom_data: { paddock_run: run } };
  return (await account.call('createCustomer', { body: { email: freshEmail(), ...mark, ...fields } })).data;
}

/** The body with an email address that is free, where the account may have a customer with the one that it has. */
export function withFreeEmail<Body extends { readonly email?: string }>(target: Target, body: Body): Body {
  return target.can.isolate || body.email === undefined ? body : { ...body, email: target.freshEmail() };
}

/** Creates an address of a customer, in a country that wants no postal code. */
export async function createAddress(account: Account, customer: Customer, fields: object = {}): Promise<Address> {
  const path = { customer_id: customer.id };
  return (await account.call('createAddress', { path, body: { country_code: 'IE', ...fields } })).data;
}

export async function createBusiness(account: Account, customer: Customer, fields: object = {}): Promise<Business> {
  const path = { customer_id: customer.id };
  return (await account.call('createBusiness', { path, body: { name: 'ChatApp Inc.', ...fields } })).data;
}

/** Archives a customer in the way that every target has. */
export async function archiveCustomer(account: Account, customer: Customer): Promise<Customer> {
  const path = { customer_id: customer.id };
  return (await account.call('updateCustomer', { path, body: { status: 'archived' } })).data;
}

export async function archiveAddress(account: Account, address: Address): Promise<Address> {
  const path = { customer_id: address.customer_id, address_id: address.id };
  return (await account.call('updateAddress', { path, body: { status: 'archived' } })).data;
}

/** Reads a customer again. */
export async function readCustomer(account: Account, customer: Customer): Promise<Customer> {
  return (await account.call('getCustomer', { path: { customer_id: customer.id } })).data;
}

/** A well-formed ID that nothing has. */
export function unknownId(prefix: 'ctm' | 'add' | 'biz' | 'sub' | 'txn' | 'ntf' | 'ntfset' | 'evt'): string {
  return `${prefix}_01h00000000000000000000000`;
}
