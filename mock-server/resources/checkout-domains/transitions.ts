import { paddleError } from '../../errors/errors.ts';
import { type Change, type ChangeOf, changed } from '../../state/change.ts';
import type { Creation, Moment } from '../../time/moment.ts';
import type { CheckoutDomain } from './kind.ts';

/**
 * Adds a domain, which is approved at once.
 *
 * @param taken ID of the account's entry for the domain, if there is one
 * @evidence official: domains of the sandbox need no review, and adding one twice is a conflict. assumed: nothing is
 *   announced, since there are no such events
 */
export function add(domain: string, taken: string | undefined, { id, now }: Creation): ChangeOf<'checkout_domains'> {
  if (taken !== undefined) throw paddleError('checkout_domain_already_exists');
  const payment_method_verification = { apple_pay: { status: 'unverified' as const } };
  return changed(
    'checkout_domains',
    { id, domain, status: 'approved', payment_method_verification, created_at: now, updated_at: now },
    [],
  );
}

/**
 * Verifies a payment method on a domain.
 *
 * @evidence official: the status becomes verified. assumed: at once, without a look at the file on the domain
 */
export function verify(
  domain: CheckoutDomain,
  method: keyof CheckoutDomain['payment_method_verification'],
  { now }: Moment,
): ChangeOf<'checkout_domains'> {
  const payment_method_verification = {
    ...domain.payment_method_verification,
    [method]: { status: 'verified' as const },
  };
  return changed('checkout_domains', { ...domain, payment_method_verification, updated_at: now }, []);
}

/** Deletes a domain for good. */
export function remove({ id }: CheckoutDomain): Change {
  return { deletes: [{ kind: 'checkout_domains', id }] };
}

/** Returns true for the same domain, one above it or one below it, in any letter case. @evidence official */
export function isRelated(domain: string, other: string): boolean {
  const [one, two] = [`.${domain.toLowerCase()}`, `.${other.toLowerCase()}`];
  return one.endsWith(two) || two.endsWith(one);
}
