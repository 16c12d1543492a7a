import type { Account } from '../account/account.ts';

/** Tells a browser to save a document or to show it. */
export type Disposition = 'attachment' | 'inline';

/** Milliseconds for which a link to a document works. @evidence official */
const lifetimeMs = 3_600_000;

/**
 * Signs a link to a document of an account.
 *
 * @param subject what the link shows
 * @param lifetime in milliseconds; an hour by default
 */
export function signLink(
  { id, clock, store }: Account,
  subject: string,
  lifetime = lifetimeMs,
): { token: string; expiresAt: number } {
  const link = { account: id, expiresAt: clock.now() + lifetime };
  return { token: store.signedLinks.sign(link, subject), expiresAt: link.expiresAt };
}
