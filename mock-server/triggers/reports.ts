import { fallDue } from '../resources/reports/fall-due.ts';
import { announce } from '../resources/reports/transitions.ts';
import type { EntityBuilder } from './entity-builder.ts';
import type { Triggers } from './trigger.ts';

const build = (builder: EntityBuilder) => builder.report();

/** Triggers of reports: a pending one is completed, and one that is ready expires. */
export const reportTriggers: Triggers<'reports'> = {
  stateFields: ['status', 'rows', 'expires_at'],
  byName: {
    created: { build, perform: ({ entity }) => announce(entity) },
    updated: {
      build: (builder) => builder.announce(announce(build(builder))),
      perform: ({ entity }, { account }) => fallDue(entity, account),
    },
  },
};
