/**
 * What accounts cost in memory: `node account-memory.ts ACCOUNTS ENTITIES` opens so many, each with so many entities,
 * and prints bytes for each of them as JSON: all in all, and of that JavaScript's own. Needs `--expose-gc`.
 */
import { buildLargeSeed } from '#fixtures/index.ts';
import { Accounts } from '../account/accounts.ts';
import { limitsOf } from '../account/limits.ts';
import { profile } from '../behaviours.ts';
import { JournalRoom } from '../journal/journal-room.ts';
import { Tally } from '../monitoring/tally.ts';
import { Connections } from '../notifications/connections.ts';
import { openDatabase } from '../state/database.ts';
import { freshApiKey } from '../state/fresh-api-key.ts';
import { randomsOf } from '../state/random.ts';
import { seedAtOnce } from '../state/seeds.ts';

const [accountCount = 0, entityCount = 0] = process.argv.slice(2).map(Number);
const accounts = new Accounts(openDatabase(), {
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
const [{ customers } = { customers: [] }] = buildLargeSeed({ customers: entityCount });

/** Adds accounts as tests do: a key that nobody has used, and some customers. */
function open(count: number): void {
  for (let opened = 0; opened < count; opened += 1) {
    const { account } = accounts.authenticate(`Bearer ${freshApiKey()}`);
    seedAtOnce(account, { customers });
  }
}

function used(): { resident: number; heap: number } {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss, heap: heapUsed + external };
}

open(100); // What is there once is no account's.
const before = used();
open(accountCount);
const after = used();
const perAccount = (name: keyof typeof before) => Math.round((after[name] - before[name]) / accountCount);
console.log(JSON.stringify({ resident: perAccount('resident'), heap: perAccount('heap') }));
