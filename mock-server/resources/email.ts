import { paddleError } from '../errors/errors.ts';

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const domain = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i;

/**
 * Rejects unusable email addresses that pass as well-formed: letters outside ASCII, spaces, misplaced dots, more than
 * 64 characters before the `@`.
 */
export function refuseUnusableEmail(email: string): void {
  if (!isUsableEmail(email)) throw paddleError('customer_email_invalid');
}

export function isUsableEmail(email: string): boolean {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, Math.max(at, 0));
  return local.length <= 64 && localPart.test(local) && domain.test(email.slice(at + 1));
}
