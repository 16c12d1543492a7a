import type { Handlers } from '../../http/handler.ts';
import { formatTimestamp } from '../../time/timestamp.ts';
import { refuseArchivedCustomer } from '../customers/transitions.ts';

/** Lifetime of a token, in milliseconds. @evidence official: half an hour */
const lifetime = 30 * 60_000;

export const authTokenHandlers: Handlers<'generateCustomerAuthToken'> = {
  generateCustomerAuthToken: ({ params }, { account }) => {
    const { store, ids, clock, behaviours } = account;
    refuseArchivedCustomer(store.customers.require(params.customer_id), account.moment());
    const [, reference] = ids.next('pca').split('_');
    return {
      data: {
        customer_auth_token: `${ids.next('pca')}_${reference}_${ids.text(32).toLowerCase()}`,
        expires_at: formatTimestamp(clock.now() + lifetime, behaviours.timestamps),
      },
    };
  },
};
