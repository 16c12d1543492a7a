import { expose } from '../resources/api-key-exposures/transitions.ts';
import { create } from '../resources/api-keys/transitions.ts';
import type { Triggers } from './trigger.ts';

/** Triggers of exposures: a new key is found in public. */
export const apiKeyExposureTriggers: Triggers<'key_exposures'> = {
  stateFields: ['api_key_id', 'action_taken', 'source'],
  byName: {
    created: {
      build: (builder) => builder.apiKeyExposure(builder.announce(create(builder.apiKey()))),
      perform: ({ entity }, builder) => {
        builder.settle();
        const key = builder.account.store.issued_keys.require(entity.api_key_id);
        return expose(key, entity, { ...builder.moment, id: entity.id });
      },
    },
  },
};
