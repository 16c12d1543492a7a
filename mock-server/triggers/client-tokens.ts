import { announce, update } from '../resources/client-tokens/transitions.ts';
import type { EntityBuilder } from './entity-builder.ts';
import type { Trigger, Triggers } from './trigger.ts';

const build = (builder: EntityBuilder) => builder.clientToken();
const revoked: Trigger<'client_tokens'> = {
  build: (builder) => builder.announce(announce(build(builder))),
  perform: ({ entity }, { moment }) => update(entity, { status: 'revoked' }, moment),
};
const updated: Trigger<'client_tokens'> = {
  ...revoked,
  perform: ({ entity }, { moment }) => update(entity, { status: 'active' }, moment),
};

/** Triggers of client-side tokens. */
export const clientTokenTriggers: Triggers<'client_tokens'> = {
  stateFields: ['status', 'revoked_at'],
  byName: { created: { build, perform: ({ entity }) => announce(entity) }, updated, revoked },
};
