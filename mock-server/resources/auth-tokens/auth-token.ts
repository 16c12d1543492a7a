import { timingSafeEqual } from 'node:crypto';
import { decodeTime } from 'ulidx';
import type { Account } from '../../account/account.ts';
import { paddleError } from '../../errors/errors.ts';

/** Lifetime of a token, in milliseconds. @evidence official: half an hour */
const lifetime = 30 * 60_000;

/**
 * Makes a token that authenticates a customer at a checkout. It is signed rather than stored.
 *
 * @evidence observed: its form. assumed: what its parts are
 */
export function makeAuthToken(account: Account, customerId: string): { token: string; expiresAt: number } {
  const id = account.ids.next('pca');
  const [, reference = ''] = customerId.split('_');
  return { token: `${id}_${reference}_${signatureOf(account, id, reference)}`, expiresAt: expiryOf(id) };
}

/**
 * Returns the ID of the customer whom a token authenticates.
 *
 * @throws PaddleApiError forbidden for a token that is not the account's, or has expired
 * @evidence official: a token expires; assumed, for the code
 */
export function readAuthToken(account: Account, token: string): string {
  const [, id = '', reference = '', signature = ''] =
    /^(pca_[a-z\d]{26})_([a-z\d]{26})_([a-z\d]{32})$/.exec(token) ?? [];
  const expected = Buffer.from(signatureOf(account, id, reference));
  const isValid = signature !== '' && timingSafeEqual(Buffer.from(signature), expected);
  if (!isValid) throw paddleError('forbidden', { hint: "The customer's authentication token is not the account's." });
  if (account.clock.now() >= expiryOf(id))
    throw paddleError('forbidden', { hint: "The customer's authentication token has expired." });
  return `ctm_${reference}`;
}

/** A token was made at the time of its ID. */
function expiryOf(id: string): number {
  return decodeTime(id.slice('pca_'.length).toUpperCase()) + lifetime;
}

function signatureOf({ id: account, store }: Account, id: string, reference: string): string {
  const signed = store.signedLinks.sign({ account, expiresAt: 0 }, `customer ${reference} until ${id}`);
  return signed.slice(-64, -32);
}
