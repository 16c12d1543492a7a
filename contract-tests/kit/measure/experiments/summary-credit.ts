import { dataOf } from '../answers.ts';
import { monthly, subscribe } from '../arrange.ts';
import type { Experiment } from '../experiment.ts';
import { unexpected } from '../inconclusive.ts';

/** Previews another plan instead of the one that was just paid for. */
export const summaryCredit: Experiment<'summary-credit'> = async (context) => {
  const path = await subscribe(context);
  const price = { ...monthly, unit_price: { amount: '3000', currency_code: 'USD' } };
  const answer = await context.send('PATCH', `${path}/preview`, {
    items: [{ price, quantity: 1 }],
    proration_billing_mode: 'prorated_immediately',
  });
  const amount = Number(dataOf(answer, 'update_summary', 'credit', 'amount'));
  const because = `the preview of another plan had a credit of ${amount}`;
  if (amount < 0) return { value: 'negative', because };
  if (amount > 0) return { value: 'positive', because };
  return unexpected(answer);
};
