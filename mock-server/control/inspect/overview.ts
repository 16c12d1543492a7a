import type { operations } from '#openapi/generated/control.ts';
import type { Account } from '../../account/account.ts';
import { type Kind, kindNames } from '../../resources/kinds.ts';
import { profileOf } from '../../spec/behaviours.ts';
import { isCounted } from '../../state/database/kind-tables.ts';
import { version } from '../../text/version.ts';

type Overview = operations['getOverview']['responses'][200]['content']['application/json'];

/** Sums an account up in figures. */
export function overviewOf(account: Account): Overview {
  const { store, clock, journal, faults, dispatcher } = account;
  const counts = store.surveys.counts();
  return {
    version,
    clock: { now: new Date(clock.now()).toISOString(), frozen: clock.frozen },
    profile: profileOf(account.behaviours),
    entities: kindNames.flatMap((kind) =>
      isCounted(kind) ? counts.filter((count) => count.kind === kind) : countAll(account, kind),
    ),
    events: counts.find(({ kind }) => kind === 'events')?.number ?? 0,
    requests: journal.count,
    faults: faults.list().length,
    deliveries: dispatcher.waiting(),
  };
}

function countAll({ store }: Account, kind: Kind): Overview['entities'] {
  const { estimatedTotal } = store[kind].list({ where: {}, order: 'DESC', limit: 1 });
  return estimatedTotal > 0 ? [{ kind, status: null, number: estimatedTotal }] : [];
}
