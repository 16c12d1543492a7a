import type { JsonObject } from '#openapi/document/json.ts';
import { redactValue } from '#openapi/exchange/redact.ts';
import type { operations } from '#openapi/generated/control.ts';
import type { Account } from '../../account/account.ts';
import { type Entities, type Kind, kindNames, kinds, seedKinds } from '../../resources/kinds.ts';
import type { Collection } from '../../state/collection.ts';
import { entityKindsOf } from '../../state/entity-kinds.ts';
import { ControlError } from '../requests/control-error.ts';
import { movesOf } from './moves.ts';

export type Surroundings = operations['getEntity']['responses'][200]['content']['application/json'];

const referringAtMost = 20;
const eventsAtMost = 50;

/** Finds an entity of any kind, with its relations, events and moves. @throws ControlError not_found */
export function surroundingsOf(account: Account, id: string): Surroundings {
  const event = account.store.events.findText(id);
  if (event !== undefined) return describeEvent(account, JSON.parse(event));
  const kind = kindOf(account, id);
  if (!kind)
    throw new ControlError(
      404,
      'not_found',
      `Could not find ${id}: the account has no such entity. List them by kind.`,
    );
  return describe(account, kind, id);
}

function kindOf({ store }: Account, id: string): Kind | undefined {
  return kindNames.find((each) => kinds[each].idPrefix === id.split('_')[0] && store[each].has(id));
}

/** An event has no moves, and refers to its entity. */
function describeEvent(account: Account, event: JsonObject): Surroundings {
  const { id } = Object(event['data']);
  const kind = kindOf(account, String(id));
  return {
    kind: 'events',
    // Redacting keeps an object an object.
    entity: redactValue(event) as Surroundings['entity'],
    refers_to: kind ? [{ field: 'data.id', kind, id }] : [],
    referred_by: [],
    events: [],
    moves: [],
  };
}

function describe<Name extends Kind>(account: Account, kind: Name, id: string): Surroundings {
  const collections: { readonly [Each in Kind]: Collection<Each> } = account.store;
  const entity: Entities[Name] = collections[kind].require(id);
  return {
    kind,
    // Redacting keeps an object an object.
    entity: redactValue(entity) as Surroundings['entity'],
    refers_to: referencesOf(account, kind).flatMap(({ field, kind: other }) => {
      const value: unknown = Reflect.get(entity, field);
      return typeof value === 'string' ? [{ field, kind: other, id: value }] : [];
    }),
    referred_by: seedKinds.flatMap((other) =>
      referencesOf(account, other)
        .filter((reference) => reference.kind === kind && kinds[other].keys.includes(reference.field))
        .flatMap(({ field }) => {
          const where = { [field]: [id] };
          const page = account.store[other].list({ where, order: 'DESC', limit: referringAtMost, isCounted: false });
          return page.ids.map((each) => ({ field, kind: other, id: each }));
        }),
    ),
    events: account.store.surveys.eventsOf(id, eventsAtMost),
    moves: movesOf(kind, entity, account),
  };
}

function referencesOf({ spec }: Account, kind: Kind) {
  const known = seedKinds.find((each) => each === kind);
  return known ? entityKindsOf(spec).referencesOf(known) : [];
}
