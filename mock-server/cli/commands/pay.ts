import { UsageError } from '#openapi/text/usage-error.ts';
import { connectPaddock } from '../../control-client/connect.ts';
import type { Payment } from '../../control-client/payments.ts';
import type { RunningMockOptions } from '../../control-client/running-mock.ts';

export type PayFlags = RunningMockOptions & {
  card?: string;
  expiry?: string;
  cvc?: string;
  name?: string;
  method?: string;
  save?: boolean;
  authentication?: 'succeed' | 'fail';
};

/** Pays a transaction of a running mock and prints it. The exit code is 1 if it could not be paid. */
export async function pay(id: string, { url, key, controlToken, name, method, ...rest }: PayFlags): Promise<void> {
  const { card, expiry, cvc, save, authentication } = rest;
  const given = { card, expiry, cvc, save, authentication, cardholder_name: name, payment_method_id: method };
  const payment: Payment = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  try {
    const account = connectPaddock({ url, apiKey: key, controlToken });
    const transaction = await account.transactions.pay(id, payment);
    console.log(JSON.stringify(transaction, null, 2));
    const isPaid = ['captured', 'action_required'].includes(transaction.payments[0]?.status ?? 'captured');
    if (!isPaid) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
