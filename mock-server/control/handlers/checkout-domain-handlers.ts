import { add } from '../../resources/checkout-domains/transitions.ts';
import type { ControlHandlers } from '../handlers.ts';
import { reworded } from '../requests/reword.ts';

/** Handler that adds a checkout domain, as partners do. */
export const checkoutDomainHandlers: Pick<ControlHandlers, 'addCheckoutDomain'> = {
  addCheckoutDomain: ({ body: { domain } }, { account }) =>
    reworded(`add ${domain}`, () => {
      const { checkout_domains } = account.store;
      const creation = account.creation('chedom');
      account.apply(add(domain, checkout_domains.findIdBy('domain', domain), creation));
      return checkout_domains.require(creation.id);
    }),
};
