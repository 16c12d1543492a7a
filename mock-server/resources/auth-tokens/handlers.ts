import type { Handlers } from '../../http/handler.ts';
import { formatTimestamp } from '../../time/timestamp.ts';
import { refuseArchivedCustomer } from '../customers/transitions.ts';
import { makeAuthToken } from './auth-token.ts';

export const authTokenHandlers: Handlers<'generateCustomerAuthToken'> = {
  generateCustomerAuthToken: ({ params }, { account }) => {
    const { store, behaviours } = account;
    refuseArchivedCustomer(store.customers.require(params.customer_id), account.moment());
    const { token, expiresAt } = makeAuthToken(account, params.customer_id);
    return { data: { customer_auth_token: token, expires_at: formatTimestamp(expiresAt, behaviours.timestamps) } };
  },
};
