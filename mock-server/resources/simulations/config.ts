import type { components } from '#openapi/generated/official.ts';
import { badRequest } from '../../errors/errors.ts';
import type { Scenario, Simulation } from './kind.ts';

type Schemas = components['schemas'];
export type Config = NonNullable<Simulation['config']>;

const nothing: Config = {
  subscription_creation: null,
  subscription_renewal: null,
  subscription_pause: null,
  subscription_resume: null,
  subscription_cancellation: null,
};

const newPurchase: Schemas['simulated-creation'] = {
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
};

const atOnce: Schemas['simulated-end-options'] = { effective_from: 'immediately', has_past_due_transaction: false };

/**
 * Completes the configuration of a scenario with its defaults. Without one, it stays `null`.
 *
 * @evidence official: the defaults, and which fields exclude each other; assumed for codes and messages
 */
export function completeConfig(type: Scenario, config: Config | null): Config | null {
  if (config === null) return null;
  for (const [scenario, part] of Object.entries(config))
    if (scenario !== type && part !== null) refuse(scenario, `must be null, since the type is ${type}`);
  return { ...nothing, [type]: partOf(type, config) };
}

/**
 * Lists the permissions that a key needs for the entities of a configuration.
 *
 * @see https://developer.paddle.com/api-reference/simulations/create-simulation
 * @evidence official: it must be able to read the entities, or the request fails; assumed, that items need their prices
 */
export function permissionsFor(config: Config | null | undefined): string[] {
  const parts: ({ entities?: object } | null | undefined)[] = Object.values(config ?? {});
  const given = parts.flatMap((part) => Object.entries(part?.entities ?? {}));
  return given.flatMap(([field, value]) => {
    if (value === null) return [];
    return field === 'items' ? 'price.read' : `${field.replace(/_id$/, '')}.read`;
  });
}

/** Returns the part of the scenario itself. */
function partOf(type: Scenario, config: Config): object {
  switch (type) {
    case 'subscription_creation':
      return completePurchase(config.subscription_creation ?? {});
    case 'subscription_renewal':
    case 'subscription_resume': {
      const { entities, options = {} } = config[type] ?? {};
      return { entities: subscriptionOf(entities), options: completePayment(type, options) };
    }
    case 'subscription_pause':
    case 'subscription_cancellation': {
      const { entities, options } = config[type] ?? {};
      return { entities: subscriptionOf(entities), options: { ...atOnce, ...options } };
    }
  }
}

function subscriptionOf(entities: { subscription_id?: string | null } = {}) {
  return { subscription_id: null, ...entities };
}

function completePurchase({ entities, options }: NonNullable<Schemas['simulated-creation']>) {
  if (entities?.items && entities.transaction_id)
    refuse('subscription_creation.entities.items', 'must be null if transaction_id is given');
  return {
    entities: { ...newPurchase?.entities, ...entities },
    options: { ...newPurchase?.options, ...options },
  };
}

function completePayment(
  type: Scenario,
  { payment_outcome = 'success', ...options }: Schemas['simulated-payment-options'],
) {
  const { dunning_exhausted_action } = options;
  if (payment_outcome === 'failed')
    return { payment_outcome, dunning_exhausted_action: dunning_exhausted_action ?? 'subscription_canceled' };
  if (dunning_exhausted_action)
    refuse(`${type}.options.dunning_exhausted_action`, 'must be null unless payment_outcome is failed');
  return { payment_outcome, dunning_exhausted_action: null };
}

function refuse(field: string, message: string): never {
  throw badRequest([{ field: `config.${field}`, message }]);
}
