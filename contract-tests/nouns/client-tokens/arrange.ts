import type { Success } from '../../contract/operations.ts';
import type { Account } from '../../targets/account.ts';

export type ClientToken = Success<'createClientToken'>['data'];

export async function createClientToken(account: Account, fields: object = {}): Promise<ClientToken> {
  const body = { name: 'Pricing page', description: 'Made by the contract suite', ...fields };
  return (await account.call('createClientToken', { body })).data;
}

export async function revokeClientToken(account: Account, { id }: Pick<ClientToken, 'id'>): Promise<ClientToken> {
  const body = { status: 'revoked' as const };
  return (await account.call('updateClientToken', { path: { client_token_id: id }, body })).data;
}
