import {
  activate,
  announce,
  announceImported,
  announceTrial,
  cancel,
  change,
  failRenewal,
  pause,
  recover,
  resume,
} from '../resources/subscriptions/transitions.ts';
import { importMeta, type Trigger, type Triggers } from './trigger.ts';

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
    activated: purchasedOr(buildNew, ({ entity }, { moment }) =>
      entity.status === 'past_due' ? recover(entity, moment) : activate(entity, moment),
    ),
    past_due: { build: buildActive, perform: ({ entity }, { moment }) => failRenewal(entity, moment) },
    paused: { build: buildActive, perform: ({ entity }, { moment }) => pause(entity, moment) },
    resumed: { build: buildPaused, perform: ({ entity }, { moment }) => resume(entity, moment) },
    canceled: { build: buildActive, perform: ({ entity }, { moment }) => cancel(entity, moment) },
  },
};

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
