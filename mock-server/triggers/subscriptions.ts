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
import { type Happening, type Happenings, importMeta } from './happening.ts';

type Part = Happening<'subscriptions'>;

const buildNew: Part['build'] = (newcomers) => newcomers.buy('active').subscription();
const buildTrial: Part['build'] = (newcomers) => newcomers.buy('trialing').subscription();
const buildActive: Part['build'] = (newcomers) => newcomers.buy('active').completed();
const buildImported: Part['build'] = (newcomers) => newcomers.begun(newcomers.plan('active'), newcomers.homeOfBuyer());
const buildPaused: Part['build'] = (newcomers) => newcomers.announce(pause(buildActive(newcomers), newcomers.moment));

export const subscriptionHappenings: Happenings<'subscriptions'> = {
  stateFields: ['status', 'paused_at', 'canceled_at'],
  byName: {
    created: birthOr(buildNew, ({ entity }, newcomers) => announce(entity, newcomers.purchaseOf(entity))),
    imported: {
      build: buildImported,
      happen: ({ entity }, { moment }) =>
        announceImported({ ...entity, import_meta: entity.import_meta ?? importMeta, updated_at: moment.now }),
    },
    trialing: birthOr(buildTrial, ({ entity }, { moment }) => announceTrial(entity, moment)),
    updated: { build: buildActive, happen: ({ entity, before }, { moment }) => change(entity, moment, before) },
    activated: birthOr(buildNew, ({ entity }, { moment }) =>
      entity.status === 'past_due' ? recover(entity, moment) : activate(entity, moment),
    ),
    past_due: { build: buildActive, happen: ({ entity }, { moment }) => failRenewal(entity, moment) },
    paused: { build: buildActive, happen: ({ entity }, { moment }) => pause(entity, moment) },
    resumed: { build: buildPaused, happen: ({ entity }, { moment }) => resume(entity, moment) },
    canceled: { build: buildActive, happen: ({ entity }, { moment }) => cancel(entity, moment) },
  },
};

/** Announces a new subscription as part of its purchase, and an existing one by `perform`. */
function birthOr(build: Part['build'], happen: Part['happen']): Part {
  return {
    build,
    happen: (subject, newcomers) => {
      const { purchase } = newcomers;
      if (!purchase) return happen(subject, newcomers);
      newcomers.sequel.push(...purchase.rest(subject.entity));
      return purchase.birth(subject.entity);
    },
  };
}
