import { eventTypes } from '#openapi/generated/event-types.ts';
import type { components } from '#openapi/generated/official.ts';
import type { Spec } from '../../spec/spec.ts';
import type { EventType } from '../../state/change.ts';
import type { Scenario } from './kind.ts';

type SimulationType = components['schemas']['simulation-type'];

/**
 * Events of each scenario with the default options, in order.
 *
 * @evidence official: the response of `GET /simulation-types`; assumed for labels and descriptions
 */
const scenarioTypes: readonly (Omit<SimulationType, 'group' | 'type' | 'events'> & {
  name: Scenario;
  events: readonly EventType[];
})[] = [
  {
    name: 'subscription_creation',
    label: 'Subscription created',
    description: 'A customer buys a subscription at the checkout.',
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
  },
  {
    name: 'subscription_renewal',
    label: 'Subscription renewed',
    description: 'A subscription renews.',
    events: [
      'subscription.updated',
      'transaction.created',
      'transaction.billed',
      'transaction.updated',
      'transaction.paid',
      'transaction.updated',
      'transaction.completed',
    ],
  },
  {
    name: 'subscription_pause',
    label: 'Subscription paused',
    description: 'A subscription pauses.',
    events: ['subscription.updated', 'subscription.paused'],
  },
  {
    name: 'subscription_resume',
    label: 'Subscription resumed',
    description: 'A paused subscription resumes.',
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
  },
  {
    name: 'subscription_cancellation',
    label: 'Subscription canceled',
    description: 'A subscription is canceled.',
    events: ['subscription.updated', 'subscription.canceled'],
  },
];

const scenarioNames: ReadonlySet<string> = new Set(scenarioTypes.map(({ name }) => name));

/** Returns true for the type of a simulation that sends several events. */
export function isScenario(type: string): type is Scenario {
  return scenarioNames.has(type);
}

/** Lists all that can be simulated, with the events that the account's document has. */
export function simulationTypes({ eventTypes: known }: Spec): SimulationType[] {
  const single = eventTypes
    .filter(({ name }) => known.has(name))
    .map(({ name, description, group }) => ({
      name,
      label: labelOf(name),
      description,
      group,
      type: 'single_event' as const,
      events: [name],
    }));
  const scenarios = scenarioTypes.map((scenario) => ({
    ...scenario,
    group: 'Subscription',
    type: 'scenario' as const,
    events: scenario.events.filter((name) => known.has(name)),
  }));
  return [...single, ...scenarios];
}

/** Writes `api_key.created` as `Api key created`. */
function labelOf(name: string): string {
  const words = name.replaceAll(/[._]/g, ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
