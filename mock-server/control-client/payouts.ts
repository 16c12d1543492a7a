import type { ControlClient } from '#openapi/control-plane/control-client.ts';

/** Payouts of an account's balance, which the sandbox makes none of. */
export type AccountPayouts = {
  /** Lets the balance be paid out each month, beginning with the next first of a month. */
  start(): Promise<void>;
  /** Ends the payouts. Those that were initiated are still paid. */
  stop(): Promise<void>;
};

export function createPayouts(control: ControlClient): AccountPayouts {
  const set = async (schedule: 'monthly' | 'none') => {
    await control.PUT('/_paddock/payouts', { body: { schedule } });
  };
  return { start: () => set('monthly'), stop: () => set('none') };
}
