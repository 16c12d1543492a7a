import { UsageError } from '#openapi/text/usage-error.ts';
import type { PaddockAccount } from '../control-client/account.ts';
import type { BoughtSubscription } from '../control-client/payments.ts';

/** An empty account, and its API. */
export type Stage = {
  readonly paddock: PaddockAccount;
  /**
   * Calls the API and returns the `data` of its response.
   *
   * @throws UsageError for a refusal
   */
  call(method: string, path: string, body?: object): Promise<unknown>;
};

/** Moves on an account, whose events are delivered. */
export type Scenario = (stage: Stage) => Promise<void>;

/** A card that pays once, and fails from then on. */
const failingCard = '4000 0027 6000 3184';
const goodCard = '4242 4242 4242 4242';

const price = {
  description: 'Monthly',
  product: { name: 'Analytics', tax_category: 'standard' },
  unit_price: { amount: '2000', currency_code: 'USD' },
  billing_cycle: { interval: 'month', frequency: 1 },
} as const;
const trial_period = { interval: 'day', frequency: 14, requires_payment_method: true } as const;

function buy({ paddock }: Stage, changes: { card?: string; hasTrial?: boolean } = {}): Promise<BoughtSubscription> {
  const { card, hasTrial } = changes;
  return paddock.subscriptions.create({
    items: [{ price: hasTrial ? { ...price, trial_period } : price, quantity: 1 }],
    customer: { email: 'sam@example.com', name: 'Sam' },
    address: { country_code: 'US', postal_code: '10021' },
    ...(card && { card }),
  });
}

/** Scenarios by name. Each begins with a purchase. */
export const scenarios = {
  purchase: async (stage) => {
    await buy(stage);
  },
  trial: async (stage) => {
    await buy(stage, { hasTrial: true });
    await stage.paddock.clock.advance({ days: 14 });
  },
  renewal: async (stage) => {
    await buy(stage);
    await stage.paddock.clock.advance({ days: 31 });
  },
  'failed-renewal': async (stage) => {
    const { id } = await buy(stage, { card: failingCard });
    await stage.paddock.clock.advance({ days: 31 });
    const unpaid = await stage.call('GET', `/transactions?subscription_id=${id}&status=past_due`);
    for (const transaction of idsIn(unpaid)) await stage.paddock.transactions.pay(transaction, { card: goodCard });
  },
  upgrade: async (stage) => {
    const { id, items } = await buy(stage);
    await stage.paddock.clock.advance({ days: 10 });
    await stage.call('PATCH', `/subscriptions/${id}`, {
      items: items.map(({ price: own }) => ({ price_id: idOf(own), quantity: 3 })),
      proration_billing_mode: 'prorated_immediately',
    });
  },
  'pause-and-resume': async (stage) => {
    const { id } = await buy(stage);
    await stage.paddock.clock.advance({ days: 10 });
    await stage.call('POST', `/subscriptions/${id}/pause`, { effective_from: 'immediately' });
    await stage.paddock.clock.advance({ days: 10 });
    await stage.call('POST', `/subscriptions/${id}/resume`, { effective_from: 'immediately' });
  },
  'change-of-mind': async (stage) => {
    const { id } = await buy(stage);
    await stage.paddock.clock.advance({ days: 10 });
    await stage.call('POST', `/subscriptions/${id}/cancel`);
    await stage.paddock.clock.advance({ days: 1 });
    await stage.call('PATCH', `/subscriptions/${id}`, { scheduled_change: null });
  },
  cancel: async (stage) => {
    const { id } = await buy(stage);
    await stage.paddock.clock.advance({ days: 10 });
    await stage.call('POST', `/subscriptions/${id}/cancel`, { effective_from: 'immediately' });
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

export const scenarioNames = Object.keys(scenarios) as ScenarioName[];

function idOf(entity: unknown): string {
  if (typeof entity === 'object' && entity !== null && 'id' in entity && typeof entity.id === 'string')
    return entity.id;
  throw new UsageError('Could not play the scenario: an entity has no ID.');
}

function idsIn(entities: unknown): string[] {
  return Array.isArray(entities) ? entities.map(idOf) : [];
}
