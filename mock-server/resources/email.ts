import { paddleError } from '../errors/errors.ts';

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const domain = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i;

/**
 * Refuses an email address that looks like one and cannot be: letters outside ASCII, spaces, dots at the wrong place,
 * more than 64 characters before the `@`.
 *
 * @see https://developer.paddle.com/errors/customers/customer_email_invalid
 * @evidence official, for the causes; assumed, that the domain needs a dot
 * @throws PaddleApiError customer_email_invalid
 */
export function refuseUnusableEmail(email: string): void {
  if (!isUsableEmail(email)) throw paddleError('customer_email_invalid');
}

export function isUsableEmail(email: string): boolean {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, Math.max(at, 0));
  return local.length <= 64 && localPart.test(local) && domain.test(email.slice(at + 1));
}
