import { announcedBefore } from '../resources/api-keys/kind.ts';
import { announceChange, create, fallDue, revoke } from '../resources/api-keys/transitions.ts';
import { formatTimestamp } from '../time/timestamp.ts';
import type { EntityBuilder } from './entity-builder.ts';
import type { Trigger, Triggers } from './trigger.ts';

const build = (builder: EntityBuilder) => builder.apiKey();
const announced = (builder: EntityBuilder) => builder.announce(create(build(builder)));

/** Ends a key, or announces its end, at a time that is so many milliseconds away. */
const endingIn = (length: number): Trigger<'issued_keys'> => ({
  build: announced,
  perform: ({ entity }, { account, moment }) => {
    const expires_at = formatTimestamp(Date.parse(moment.now) + length, account.behaviours.timestamps);
    return fallDue({ ...entity, expires_at }, moment);
  },
});

/** Triggers of API keys. */
export const apiKeyTriggers: Triggers<'issued_keys'> = {
  stateFields: ['status', 'expires_at', 'key'],
  byName: {
    created: { build, perform: ({ entity }) => create(entity) },
    updated: { build: announced, perform: ({ entity }, { moment }) => announceChange(entity, moment) },
    expiring: endingIn(announcedBefore),
    expired: endingIn(0),
    revoked: { build: announced, perform: ({ entity }, { moment }) => revoke(entity, moment) },
  },
};
