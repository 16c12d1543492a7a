import { isObject, type JsonObject } from '#openapi/document/json.ts';
import { documentOf } from '#openapi/document/read.ts';
import { nodeAt, resolveRef } from '#openapi/document/refs.ts';
import type { Account } from '../../account/account.ts';
import type { EventType } from '../../state/change.ts';
import { importMeta } from '../import-meta.ts';
import type { Happening } from '../simulation-events/transitions.ts';
import { announceImported } from '../subscriptions/transitions.ts';
import { revise } from '../transactions/transitions.ts';
import type { Config } from './config.ts';
import { imagined } from './imagined.ts';
import { buySubscription } from './scenarios/creation.ts';
import { cancelSubscription, pauseSubscription } from './scenarios/ends.ts';
import { madeSubscription, madeTrialPrice } from './scenarios/made.ts';
import { renewSubscription, resumeSubscription } from './scenarios/periods.ts';
import type { ScenarioSteps } from './scenarios/scenario.ts';

/** Moves that send an event, and their configuration. */
type Origin = readonly [steps: ScenarioSteps, config?: Config];

const purchase: Origin = [buySubscription, { subscription_creation: { options: { customer_simulated_as: 'new' } } }];
const businessPurchase: Origin = [
  buySubscription,
  { subscription_creation: { options: { customer_simulated_as: 'new', business_simulated_as: 'new' } } },
];
const renewal: Origin = [renewSubscription, { subscription_renewal: { options: { payment_outcome: 'success' } } }];
const failedRenewal: Origin = [
  renewSubscription,
  {
    subscription_renewal: {
      options: { payment_outcome: 'failed', dunning_exhausted_action: 'subscription_canceled' },
    },
  },
];
const resumption: Origin = [resumeSubscription, { subscription_resume: { options: { payment_outcome: 'success' } } }];

const trial: ScenarioSteps = (scene) => {
  const items = [{ price_id: madeTrialPrice(scene.copy).id, quantity: 1 }];
  const config = { subscription_creation: { entities: { items }, options: {} } };
  return buySubscription({ ...scene, config });
};

const imported: ScenarioSteps = ({ copy, baseUrl }) => {
  const subscription = madeSubscription(copy, baseUrl);
  return () => copy.apply(announceImported({ ...subscription, import_meta: importMeta }));
};

const revision: ScenarioSteps = ({ copy, baseUrl }) => {
  const { id } = madeSubscription(copy, baseUrl);
  const [bought] = copy.store.transactions.all({ subscription_id: [id] });
  if (!bought) throw new Error('A subscription was made without a transaction.');
  return () => copy.apply(revise(bought, copy.moment()));
};

/** Moves whose last event of a type is its example. Other types have the document's. */
const origins: { readonly [Type in EventType]?: Origin } = {
  'customer.created': purchase,
  'address.created': purchase,
  'business.created': businessPurchase,
  'transaction.created': purchase,
  'transaction.ready': purchase,
  'transaction.updated': purchase,
  'transaction.paid': purchase,
  'transaction.completed': purchase,
  'transaction.billed': renewal,
  'transaction.payment_failed': failedRenewal,
  'transaction.past_due': failedRenewal,
  'transaction.canceled': failedRenewal,
  'transaction.revised': [revision],
  'subscription.created': purchase,
  'subscription.activated': purchase,
  'subscription.trialing': [trial],
  'subscription.imported': [imported],
  'subscription.updated': renewal,
  'subscription.past_due': failedRenewal,
  'subscription.paused': [pauseSubscription],
  'subscription.resumed': resumption,
  'subscription.canceled': [cancelSubscription],
};

/**
 * Returns an example of what an event contains.
 *
 * @evidence official: an event without a payload has an example; assumed, for the examples
 */
export function exampleOf(type: EventType, account: Account, baseUrl: string): Happening['payload'] {
  const origin = origins[type];
  const made = origin && imagined(origin[0], origin[1] ?? {}, account, baseUrl);
  return made?.findLast(({ event_type }) => event_type === type)?.payload ?? documentedExample(type, account);
}

/** Returns the example of the document. @throws Error if it has none */
function documentedExample(type: EventType, { behaviours }: Account): JsonObject {
  const document = documentOf(behaviours);
  const path = ['post', 'requestBody', 'content', 'application/json', 'schema', 'properties', 'data'];
  const { example } = resolveRef(document, nodeAt(document, ['webhooks', type, ...path]));
  if (!isObject(example)) throw new Error(`There is no example of ${type}.`);
  return example;
}
