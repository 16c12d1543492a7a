import type { Account } from '../../account/account.ts';
import type { Handlers } from '../../http/handler.ts';
import { listPage } from '../list-page.ts';
import { isRelated, remove, verify } from './transitions.ts';

export const checkoutDomainHandlers: Handlers<
  'listCheckoutDomains' | 'getCheckoutDomain' | 'deleteCheckoutDomain' | 'verifyCheckoutDomainPaymentMethod'
> = {
  listCheckoutDomains: ({ query }, context) => {
    const { domain } = query;
    const where = { domain: domain === undefined ? undefined : relatedTo(domain, context.account) };
    return listPage(context.account.store.checkout_domains, query, context, { where });
  },

  getCheckoutDomain: ({ params }, { account }) => ({
    entity: account.store.checkout_domains.requireText(params.domain_id),
  }),

  deleteCheckoutDomain: ({ params }, { account }) => {
    account.apply(remove(account.store.checkout_domains.require(params.domain_id)));
    return 'no content';
  },

  verifyCheckoutDomainPaymentMethod: ({ params, body }, { account }) => {
    const domain = account.store.checkout_domains.require(params.domain_id);
    return { entity: account.apply(verify(domain, body.payment_method, account.moment())) };
  },
};

/** Lists the names of the account's domains that are the same as a domain, above it or below it. */
function relatedTo(domain: string, { store }: Account): string[] {
  return store.checkout_domains.all({}).flatMap((known) => (isRelated(known.domain, domain) ? [known.domain] : []));
}
