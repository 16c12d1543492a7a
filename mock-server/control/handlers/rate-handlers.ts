import type { Account } from '../../account/account.ts';
import { checkExchangeRates, checkTaxRates } from '../../account/check-rates.ts';
import { tables } from '../../account/rules.ts';
import type { ControlHandlers } from '../handlers.ts';

export const rateHandlers: Pick<
  ControlHandlers,
  'getTaxRates' | 'setTaxRates' | 'getExchangeRates' | 'setExchangeRates'
> = {
  getTaxRates: (_request, { account }) => readTaxRates(account),

  setTaxRates: ({ body }, { account }) => {
    account.setRules(tables({ taxRates: checkTaxRates(body) }));
    return readTaxRates(account);
  },

  getExchangeRates: (_request, { account }) => account.exchangeRates.table,

  setExchangeRates: ({ body }, { account }) => {
    account.setRules(tables({ exchangeRates: checkExchangeRates(body) }));
    return account.exchangeRates.table;
  },
};

function readTaxRates({ taxRates }: Account) {
  return { rates: taxRates.rates };
}
