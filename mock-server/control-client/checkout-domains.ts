import { answerOf, type ControlClient } from '#openapi/control-plane/control-client.ts';
import type { operations } from '#openapi/generated/control.ts';

/** A checkout domain, as the API returns it. */
export type AddedCheckoutDomain = operations['addCheckoutDomain']['responses'][201]['content']['application/json'];

/** Domains of an account's checkouts, which the API cannot add. */
export type AccountCheckoutDomains = {
  /** Adds a domain, approved at once. @throws UsageError for a domain that the account has already */
  add(domain: string): Promise<AddedCheckoutDomain>;
};

export function createCheckoutDomains(control: ControlClient): AccountCheckoutDomains {
  return { add: (domain) => answerOf(control.POST('/_paddock/checkout-domains', { body: { domain } })) };
}
