import { announce, cancel } from '../resources/api-key-rotations/transitions.ts';
import type { EntityBuilder } from './entity-builder.ts';
import type { Triggers } from './trigger.ts';

const build = (builder: EntityBuilder) => builder.apiKeyRotation();

/** Triggers of rotations. A change cancels one, since a completed one would end the secret that an application uses. */
export const apiKeyRotationTriggers: Triggers<'key_rotations'> = {
  stateFields: ['status', 'expires_at', 'api_key_id', 'new_key'],
  byName: {
    created: { build, perform: ({ entity }) => announce(entity) },
    updated: {
      build: (builder) => builder.announce(announce(build(builder))),
      perform: ({ entity }, { account, moment }) =>
        cancel(entity, account.store.privateFacts.find('key_rotations', entity.id), moment.now),
    },
  },
};
