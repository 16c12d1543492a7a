import fc, { type Arbitrary } from 'fast-check';
import type { Contract } from '../../contract/document.ts';
import { unknownId } from '../arrange.ts';
import { eventTypeNames } from '../notification-settings/arbitrary.ts';

/**
 * Scenarios: their events with the default options, and their complete configuration.
 *
 * @evidence official
 */
export const scenarios = {
  subscription_creation: {
    events: [
      'transaction.created',
      'customer.created',
      'address.created',
      'transaction.updated',
      'transaction.ready',
      'transaction.updated',
      'transaction.paid',
      'subscription.created',
      'subscription.activated',
      'transaction.updated',
      'transaction.updated',
      'transaction.completed',
    ],
    entities: {
      customer_id: null,
      address_id: null,
      business_id: null,
      payment_method_id: null,
      discount_id: null,
      transaction_id: null,
      items: null,
    },
    options: {
      customer_simulated_as: 'new',
      business_simulated_as: 'not_provided',
      discount_simulated_as: 'not_provided',
    },
  },
  subscription_renewal: {
    events: [
      'subscription.updated',
      'transaction.created',
      'transaction.billed',
      'transaction.updated',
      'transaction.paid',
      'transaction.updated',
      'transaction.completed',
    ],
    entities: { subscription_id: null },
    options: { payment_outcome: 'success', dunning_exhausted_action: null },
  },
  subscription_pause: {
    events: ['subscription.updated', 'subscription.paused'],
    entities: { subscription_id: null },
    options: { effective_from: 'immediately', has_past_due_transaction: false },
  },
  subscription_resume: {
    events: [
      'subscription.updated',
      'subscription.resumed',
      'transaction.created',
      'transaction.billed',
      'transaction.updated',
      'transaction.paid',
      'transaction.updated',
      'transaction.completed',
    ],
    entities: { subscription_id: null },
    options: { payment_outcome: 'success', dunning_exhausted_action: null },
  },
  subscription_cancellation: {
    events: ['subscription.updated', 'subscription.canceled'],
    entities: { subscription_id: null },
    options: { effective_from: 'immediately', has_past_due_transaction: false },
  },
} as const satisfies Record<string, { events: readonly string[]; entities: object; options: object }>;

export type Scenario = keyof typeof scenarios;

type Part = { readonly entities?: object; readonly options?: object };
export type SentConfig = { readonly [Name in Scenario]?: Part | null };

/** The configuration of a scenario, as it is sent. */
export function scenarioConfig(type: Scenario, part: Part): SentConfig {
  return { [type]: part };
}

/** The configuration as the API completes it. */
export function defaultsOf(sent: SentConfig) {
  return Object.fromEntries(
    (Object.keys(scenarios) as Scenario[]).map((name) => {
      const part = sent[name];
      const { entities, options } = scenarios[name];
      return [
        name,
        part ? { entities: { ...entities, ...part.entities }, options: { ...options, ...part.options } } : null,
      ];
    }),
  );
}

/** Type, payload and configuration of a simulation. */
export type Content = { readonly type: string; readonly payload?: object; readonly config?: SentConfig };

/** Contents of simulations: single events with and without a payload, and scenarios with some of their options. */
export function simulationContent(contract: Contract): Arbitrary<Content> {
  const payload = fc.dictionary(fc.stringMatching(/^[a-z]{1,10}$/), fc.oneof(fc.string(), fc.integer(), fc.boolean()));
  const single = fc.record({ type: fc.constantFrom(...eventTypeNames(contract)), payload }, { requiredKeys: ['type'] });
  return fc.oneof(single, fc.oneof(creation, payment('subscription_renewal'), payment('subscription_resume'), ...ends));
}

const some = <Fields extends Record<string, Arbitrary<unknown>>>(fields: Fields) =>
  fc.record(fields, { requiredKeys: [] });

const creation: Arbitrary<Content> = fc
  .record({
    entities: some({
      customer_id: fc.constantFrom(null, unknownId('ctm')),
      items: fc.constantFrom(null, [{ price_id: unknownId('pri'), quantity: 3 }]),
    }),
    options: some({
      customer_simulated_as: fc.constantFrom('new', 'existing_email_matched', 'existing_details_prefilled'),
      business_simulated_as: fc.constantFrom('not_provided', 'new', 'existing_details_prefilled'),
      discount_simulated_as: fc.constantFrom('not_provided', 'prefilled', 'entered_by_customer'),
    }),
  })
  .map((part) => ({ type: 'subscription_creation', config: scenarioConfig('subscription_creation', part) }));

const entities = some({ subscription_id: fc.constantFrom(null, unknownId('sub')) });

function payment(type: Scenario): Arbitrary<Content> {
  const options = fc.oneof(
    some({
      payment_outcome: fc.constantFrom(
        'success',
        'recovered_existing_payment_method',
        'recovered_updated_payment_method',
      ),
    }),
    fc.record({
      payment_outcome: fc.constant('failed'),
      dunning_exhausted_action: fc.constantFrom('subscription_paused', 'subscription_canceled'),
    }),
  );
  return fc.record({ entities, options }).map((part) => ({ type, config: scenarioConfig(type, part) }));
}

const ends = (['subscription_pause', 'subscription_cancellation'] as const).map((type): Arbitrary<Content> => {
  const options = some({
    effective_from: fc.constantFrom('immediately', 'next_billing_period'),
    has_past_due_transaction: fc.boolean(),
  });
  return fc.record({ entities, options }).map((part) => ({ type, config: scenarioConfig(type, part) }));
});
