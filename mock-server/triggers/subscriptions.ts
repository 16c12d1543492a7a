import type { Account } from '../account/account.ts';
import { importMeta } from '../resources/import-meta.ts';
import { endNow, pauseNow } from '../resources/subscriptions/end.ts';
import type { Subscription } from '../resources/subscriptions/kind.ts';
import { activateNow, failRenewal, resumeNow } from '../resources/subscriptions/start-period.ts';
import {
  announce,
  announceImported,
  announceTrial,
  change,
  pause,
  recover,
} from '../resources/subscriptions/transitions.ts';
import type { ChangeOf } from '../state/change.ts';
import type { Trigger, Triggers } from './trigger.ts';

type Part = Trigger<'subscriptions'>;

const buildNew: Part['build'] = (builder) => builder.buy('active').subscription();
const buildTrial: Part['build'] = (builder) => builder.buy('trialing').subscription();
const buildActive: Part['build'] = (builder) => builder.buy('active').completed();
const buildImported: Part['build'] = (builder) => builder.started(builder.plan('active'), builder.announceBuyer());
const buildPaused: Part['build'] = (builder) => builder.announce(pause(buildActive(builder), builder.moment));

export const subscriptionTriggers: Triggers<'subscriptions'> = {
  stateFields: ['status', 'paused_at', 'canceled_at'],
  byName: {
    created: purchasedOr(buildNew, ({ entity }, builder) => announce(entity, builder.purchaseOf(entity))),
    imported: {
      build: buildImported,
      perform: ({ entity }, { moment }) =>
        announceImported({ ...entity, import_meta: entity.import_meta ?? importMeta, updated_at: moment.now }),
    },
    trialing: purchasedOr(buildTrial, ({ entity }, { moment }) => announceTrial(entity, moment)),
    updated: { build: buildActive, perform: ({ entity, before }, { moment }) => change(entity, moment, before) },
    activated: purchasedOr(buildNew, ({ entity }, { moment, account }) =>
      entity.status === 'past_due' ? recover(entity, moment) : activateNow(entity, account),
    ),
    past_due: { build: buildActive, perform: stored(failRenewal) },
    paused: { build: buildActive, perform: stored((entity, account) => pauseNow(entity, account)) },
    resumed: { build: buildPaused, perform: stored((entity, account) => resumeNow(entity, undefined, account)) },
    canceled: { build: buildActive, perform: stored((entity, account) => endNow(entity, account)) },
  },
};

/** Makes a move of the API, which reads what the subscription refers to. */
function stored(make: (subscription: Subscription, account: Account) => ChangeOf<'subscriptions'>): Part['perform'] {
  return ({ entity }, builder) => {
    builder.settle();
    return make(entity, builder.account);
  };
}

/** Announces a new subscription as part of its purchase, and an existing one by `perform`. */
function purchasedOr(build: Part['build'], perform: Part['perform']): Part {
  return {
    build,
    perform: (subject, builder) => {
      const { purchase } = builder;
      if (!purchase) return perform(subject, builder);
      builder.followUps.push(...purchase.followUps(subject.entity));
      return purchase.creation(subject.entity);
    },
  };
}
