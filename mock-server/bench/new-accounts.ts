import { Accounts } from '../account/accounts.ts';
import { limitsOf } from '../account/limits.ts';
import { profile } from '../behaviours.ts';
import { JournalRoom } from '../journal/journal-room.ts';
import { Tally } from '../monitoring/tally.ts';
import { Connections } from '../notifications/connections.ts';
import { openDatabase } from '../state/database.ts';
import { randomsOf } from '../state/random.ts';

/** Accounts of this process in memory, without a server. */
export function newAccounts(): Accounts {
  return new Accounts(openDatabase(), {
    behaviours: profile('guide'),
    connections: new Connections(),
    randomOf: randomsOf(undefined),
    journal: { entriesAtMost: 1_000, room: new JournalRoom(256 * 1024 * 1024) },
    limits: limitsOf({ accounts: 1_000_000 }),
    isInFile: false,
    tally: new Tally(),
    notice: (message) => console.error(message),
    report: (error) => console.error(error),
  });
}
