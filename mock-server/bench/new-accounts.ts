import { Accounts } from '../account/accounts.ts';
import { rulesWith } from '../account/rules.ts';
import { randomsOf } from '../ids/random.ts';
import { JournalMemory } from '../journal/journal-memory.ts';
import { Counters } from '../monitoring/counters.ts';
import { Connections } from '../notifications/connections.ts';
import { simulatedDeliveries } from '../resources/simulation-events/deliveries.ts';
import { sources } from '../resources/sources.ts';
import { type Behaviours, profile } from '../spec/behaviours.ts';
import { openDatabase } from '../state/database/database.ts';
import { limitsOf } from '../state/limits.ts';

/** Opens accounts in this process, in memory, without a server. */
export function newAccounts(behaviours: Behaviours = profile('guide'), database = openDatabase()): Accounts {
  return new Accounts(database, {
    behaviours,
    connections: new Connections(),
    rules: rulesWith({}),
    randomOf: randomsOf(undefined),
    journal: { entriesAtMost: 1_000, memory: new JournalMemory(256 * 1024 * 1024) },
    limits: limitsOf({ maxAccounts: 1_000_000 }),
    sources,
    useKey: () => 'used',
    deliveries: simulatedDeliveries,
    isInFile: false,
    counters: new Counters(),
    notice: (message) => console.error(message),
    report: (error) => console.error(error),
  });
}
