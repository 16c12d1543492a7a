import type { Account } from '../account/account.ts';
import type { Accounts } from '../account/accounts.ts';
import { paddleError } from '../errors/errors.ts';

/**
 * Returns the account of a client-side token; the oldest one if forks hold it too.
 *
 * @throws PaddleApiError invalid_client_token
 */
export function accountOfToken(accounts: Accounts, token: unknown): Account {
  const account = typeof token === 'string' ? accounts.accountWith('client_tokens', token, 'token') : undefined;
  const known = account?.store.client_tokens.findIdBy('token', String(token));
  if (account && known && account.store.client_tokens.require(known).status === 'active') return account;
  const hint = 'Create one with POST /client-tokens, or seed it, and pass its token to Paddle.Initialize.';
  throw paddleError('invalid_client_token', { hint });
}

/**
 * Returns the account of a transaction. Its ID cannot be guessed, so whoever knows it was given the link to its checkout.
 *
 * @throws PaddleApiError not_found
 */
export function accountOfTransaction(accounts: Accounts, id: string): Account {
  const account = accounts.accountWith('transactions', id);
  if (!account) throw paddleError('not_found', { id });
  return account;
}
