import fc from 'fast-check';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { createBuyer, createPrice } from '../../nouns/transactions/arrange.ts';
import { laws } from '../../suite/laws.ts';
import { places } from '../cart.ts';
import { type Books, noBooks, sumsOf } from './model.ts';
import { type Act, acts, type Shop } from './moves.ts';

/** Reads all money of the customer, in the form of the model. */
async function read({ account, buyer }: Shop, { sales }: Books) {
  const customer_id = buyer.customer.id;
  const query = { customer_id, per_page: 200 };
  const listed = (await account.call('listTransactions', { query })).data;
  const [balance] = (await account.call('listCreditBalances', { path: { customer_id } })).data;
  const { available = '0', reserved = '0', used = '0' } = balance?.balance ?? {};
  return {
    credit: { available: Number(available), reserved: Number(reserved), used: Number(used) },
    sales: sales.map((sale) => {
      const found = listed.find(({ id }) => id === sale.id);
      const { totals, adjusted_totals, payout_totals } = found?.details ?? {};
      const amounts = {
        ...{ total: totals?.total, tax: totals?.tax, credit: totals?.credit, grand_total: totals?.grand_total },
        ...{ balance: totals?.balance, fee: totals?.fee, earnings: totals?.earnings },
        ...{ adjusted: adjusted_totals?.total, adjusted_due: adjusted_totals?.grand_total },
        paid_out: payout_totals?.total,
      };
      const shown = Object.entries(amounts).map(([name, amount]) => [name, Number(amount ?? Number.NaN)]);
      return { status: found?.status, ...Object.fromEntries(shown) };
    }),
  };
}

export default laws(({ target, test, replayPath }) => {
  const step = (what: Act): fc.AsyncCommand<{ books: Books }, Shop> => ({
    check: () => true,
    async run(model, shop) {
      model.books = await what.act(model.books, shop);
      const { credit, given } = model.books;
      const { sales, ...shown } = await read(shop, model.books);
      expect(shown, what.text).toEqual({ credit });
      expect(sales, what.text).toMatchObject(model.books.sales.map(sumsOf));
      expect(credit.available + credit.reserved + credit.used).toBe(given);
    },
    toString: () => what.text,
  });

  test('money-books: sales, payments, refunds and credits in any order leave every balance as the model says, at each moment', async ({
    skip,
  }) => {
    const { pay = skip('nothing can be paid'), seed = skip('nothing can be seeded'), clock } = target.can;
    const can = { pay, seed, clock: clock ?? skip('time cannot be advanced') };
    const steps = acts.map((one) => one.map(step));
    const sequences = fc.commands(steps, { maxCommands: 50, size: '+2', ...(replayPath && { replayPath }) });
    const property = fc.asyncProperty(sequences, async (sequence) => {
      const account = target.newAccount();
      const buyer = await createBuyer(account, { ...places.budapest.address, region: 'Any', city: 'Budapest' });
      const price = await createPrice(account, { billing_cycle: null });
      const real: Shop = { account, buyer, price, can };
      await fc.asyncModelRun(() => ({ model: { books: noBooks }, real }), sequence);
    });
    await assertProperty(property, 15);
  });
});
