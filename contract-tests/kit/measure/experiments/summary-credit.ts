import { dataOf } from '../answers.ts';
import { subscribe } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
import { unexpected } from '../inconclusive.ts';

/** Previews another plan instead of the one that was just paid for. */
export const summaryCredit: Experiment<'summary-credit'> = async (context) => {
  const path = await subscribe(context);
  const product_id = dataOf(await context.send('GET', path), 'items', 0, 'price', 'product_id');
  const price_id = dataOf(
    await context.send('POST', '/prices', {
      product_id,
      description: 'Made by paddock measure',
      unit_price: { amount: '3000', currency_code: 'USD' },
      billing_cycle: { interval: 'month', frequency: 1 },
    }),
    'id',
  );
  const answer = await context.send('PATCH', `${path}/preview`, {
    items: [{ price_id, quantity: 1 }],
    proration_billing_mode: 'prorated_immediately',
  });
  const amount = Number(dataOf(answer, 'update_summary', 'credit', 'amount'));
  const because = `the preview of another plan had a credit of ${amount}`;
  if (amount < 0) return { value: 'negative', because };
  if (amount > 0) return { value: 'positive', because };
  return unexpected(answer);
};
