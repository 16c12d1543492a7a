import { storeCustomData } from '../resources/custom-data.ts';
import {
  activate,
  cancel,
  change,
  failRenewal,
  legalMoves,
  pause,
  resume,
  schedulableChanges,
} from '../resources/subscriptions/transitions.ts';
import type { Subscription } from '../state/entities.ts';
import type { ChangeOf } from '../state/store.ts';
import { type Happening, type Happenings, importMeta, whyNotFrom } from './happening.ts';
import { birth } from './purchase.ts';

type Name = keyof typeof legalMoves;
type Part = Happening<'subscriptions'>;

const buildNew: Part['build'] = (newcomers) => newcomers.buy('active').subscription();
const buildTrial: Part['build'] = (newcomers) => newcomers.buy('trialing').subscription();
const buildActive: Part['build'] = (newcomers) => newcomers.buy('active').completed();
const buildImported: Part['build'] = (newcomers) => newcomers.begun(newcomers.plan('active'), newcomers.homeOfBuyer());
const buildPaused: Part['build'] = (newcomers) => newcomers.announce(pause(buildActive(newcomers), newcomers.moment));

export const subscriptionHappenings: Happenings<'subscriptions'> = {
  stateFields: ['status', 'paused_at', 'canceled_at'],
  accept: (subscription, { behaviours }) => ({
    ...subscription,
    custom_data: storeCustomData(subscription.custom_data, behaviours),
  }),
  byName: {
    created: birthOr('created', buildNew, (subscription, newcomers) =>
      birth(subscription, newcomers.purchaseOf(subscription)),
    ),
    imported: happening('imported', buildImported, (subscription, { moment }) =>
      tell({ ...subscription, import_meta: subscription.import_meta ?? importMeta, updated_at: moment.now }, [
        'subscription.imported',
      ]),
    ),
    trialing: birthOr('trialing', buildTrial, (subscription, { moment }) =>
      tell({ ...subscription, updated_at: moment.now }, ['subscription.updated', 'subscription.trialing']),
    ),
    updated: happening('updated', buildActive, (subscription, { moment }, before) =>
      change(subscription, moment, before),
    ),
    activated: birthOr('activated', buildNew, (subscription, { moment }) => activate(subscription, moment)),
    past_due: happening('past_due', buildActive, (subscription, { moment }) => failRenewal(subscription, moment)),
    paused: happening('paused', buildActive, (subscription, { moment }) => pause(subscription, moment)),
    resumed: happening('resumed', buildPaused, (subscription, { moment }) => resume(subscription, moment)),
    canceled: happening('canceled', buildActive, (subscription, { moment }) => cancel(subscription, moment)),
  },
};

function happening(name: Name, build: Part['build'], happen: Part['happen']): Part {
  return { build, whyNot: (subscription) => whyNot(name, subscription), happen };
}

/** Happens to a subscription that is bought as it comes into being, and to one that is there as it says. */
function birthOr(name: Name, build: Part['build'], happen: Part['happen']): Part {
  return {
    build,
    whyNot: (subscription, _, { purchase }) => whyNot(purchase ? 'created' : name, subscription),
    happen: (subscription, newcomers, before) => {
      const { purchase } = newcomers;
      if (!purchase) return happen(subscription, newcomers, before);
      newcomers.sequel.push(...purchase.rest(subscription));
      return purchase.birth(subscription);
    },
  };
}

function whyNot(name: Name, subscription: Subscription): string | undefined {
  const { status, scheduled_change, next_billed_at } = subscription;
  const wrongStatus = whyNotFrom(legalMoves[name], status);
  if (wrongStatus) return wrongStatus;
  if (scheduled_change && !schedulableChanges[status].includes(scheduled_change.action)) {
    return `is ${status} and cannot have a scheduled ${scheduled_change.action}`;
  }
  if (name === 'past_due' && scheduled_change)
    return 'has a scheduled change, so it has no payment that could be past due';
  return status === 'paused' && !scheduled_change && next_billed_at !== null
    ? 'is paused without a date to resume, so it has no next_billed_at'
    : undefined;
}

function tell(entity: Subscription, events: readonly string[]): ChangeOf<'subscriptions'> {
  return { kind: 'subscriptions', entity, events };
}
