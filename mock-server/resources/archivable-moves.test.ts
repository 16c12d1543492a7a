import { describe, expect, test } from 'vitest';
import { buildAddress, buildBusiness, buildCustomer } from '#fixtures/index.ts';
import { type Behaviours, profile } from '../spec/behaviours.ts';
import type { Change } from '../state/change.ts';
import { casesOf, outcomeOf } from '../testing/outcome.ts';
import { create as createAddress } from './addresses/create.ts';
import * as addresses from './addresses/transitions.ts';
import type { Archivable, ArchivableOperation } from './archivable-moves.ts';
import * as businesses from './businesses/transitions.ts';
import * as customers from './customers/transitions.ts';

type Status = Archivable['status'];
type Moves = Record<Exclude<ArchivableOperation, 'use'>, (status: Status) => Change>;

const statuses = ['active', 'archived'] as const;
const now = '2026-07-01T12:00:00Z';

function movesOfCustomers(behaviours: Behaviours): Moves {
  const customer = (status: Status) => ({ ...buildCustomer({ seed: 1 }), status });
  const moment = { now, behaviours };
  const update = (input: customers.CustomerUpdate) => (status: Status) =>
    customers.update(customer(status), input, moment, undefined);
  return {
    announce: (status) => customers.announce(customer(status), 'customer.created', moment, undefined),
    update: update({ name: 'Sam' }),
    archive: update({ status: 'archived' }),
    reactivate: update({ status: 'active' }),
  };
}

function movesOfAddresses(behaviours: Behaviours): Moves {
  const address = (status: Status) => ({ ...buildAddress({ seed: 1 }), status });
  const moment = { now, behaviours };
  const update = (input: addresses.AddressUpdate) => (status: Status) =>
    addresses.update(address(status), input, moment);
  return {
    announce: (status) => addresses.announce(address(status), 'address.created', moment),
    update: update({ city: 'Ulm' }),
    archive: update({ status: 'archived' }),
    reactivate: update({ status: 'active' }),
  };
}

function movesOfBusinesses(behaviours: Behaviours): Moves {
  const business = (status: Status) => ({ ...buildBusiness({ seed: 1 }), status });
  const update = (input: businesses.BusinessUpdate) => (status: Status) =>
    businesses.update(business(status), input, { now, behaviours });
  return {
    announce: (status) => businesses.announce(business(status), 'business.created'),
    update: update({ name: 'Miller' }),
    archive: update({ status: 'archived' }),
    reactivate: update({ status: 'active' }),
  };
}

const refused = 'entity_archived';
const reversible = {
  announce: ['active', refused],
  update: ['active', refused],
  archive: ['archived', refused],
  reactivate: ['active', 'active'],
};

describe.each([
  ['customers', movesOfCustomers, 'official', reversible],
  [
    'customers',
    movesOfCustomers,
    'guide',
    {
      announce: ['active', refused],
      update: ['active', 'not_found'],
      archive: ['archived', 'not_found'],
      reactivate: ['active', 'not_found'],
    },
  ],
  ['addresses', movesOfAddresses, 'official', reversible],
  ['addresses', movesOfAddresses, 'guide', reversible],
  ['businesses', movesOfBusinesses, 'official', reversible],
  ['businesses', movesOfBusinesses, 'guide', reversible],
] as const)('of %s', (_kind, movesOf, name, table) => {
  test.each(casesOf<keyof Moves, Status>(statuses, table))(
    `under the profile ${name}, %s of what is %s leads to %s`,
    (operation, status, outcome) => {
      expect(outcomeOf(() => movesOf(profile(name))[operation](status))).toBe(outcome);
    },
  );
});

test.each(['guide', 'official'] as const)(
  'under the profile %s nothing can be created for an archived customer',
  (name) => {
    const creation = { id: 'add_1', now, behaviours: profile(name) };
    const outcomes = statuses.map((status) =>
      outcomeOf(() => createAddress({ ...buildCustomer({ seed: 1 }), status }, { country_code: 'IE' }, creation)),
    );
    expect(outcomes).toEqual(['active', refused]);
  },
);
