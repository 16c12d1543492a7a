import type { Handlers } from '../../http/handler.ts';

export const creditBalanceHandlers: Handlers<'listCreditBalances'> = {
  listCreditBalances: ({ params, query }, { account }) => {
    const { customer_id } = params;
    account.store.customers.requireExists(customer_id);
    const { currency_code } = query;
    const found = account.store.credit_balances.all({
      customer_id: [customer_id],
      ...(currency_code && { currency_code }),
    });
    return { data: found.reverse().map(({ id: _, ...balance }) => balance) };
  },
};
