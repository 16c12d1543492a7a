import type { Json } from '#openapi/document/json.ts';
import { Ids } from '../ids/ids.ts';
import { seededRandom } from '../ids/random.ts';
import { makeApiKey } from '../state/api-keys.ts';
import type { Dice } from './dice.ts';

/** Use of an account: the plain one keeps its behaviours and has no faults. */
export type Role = 'plain' | 'faulty' | 'mixed';

/** A caller's knowledge of an account. */
export type KnownAccount = {
  role: Role;
  keys: string[];
  ids: Map<string, string[]>;
  owners: Map<string, string>;
  entities: Json[];
};

/** Requests before a caller changes to new accounts. */
const requestsPerAccounts = 2_000;
const idsAtMost = 40;

/** One caller's knowledge: its accounts, and values from their responses. */
export class World {
  readonly #dice: Dice;
  readonly #ids: Ids;
  #accounts: KnownAccount[] = [];
  #requests = 0;
  /** The first key of each account with unchanged behaviours. */
  readonly steadyKeys: string[] = [];

  constructor(seed: number, name: string, dice: Dice) {
    this.#dice = dice;
    this.#ids = new Ids(() => 0, seededRandom(seed, `${name} keys`));
  }

  /** Returns an account for the next request, optionally of a role. */
  nextAccount(role?: Role): KnownAccount {
    if (this.#requests % requestsPerAccounts === 0) this.#accounts = this.#freshAccounts();
    this.#requests += 1;
    return this.#dice.pick(this.#accounts.filter((account) => role === undefined || account.role === role));
  }

  freshKey(): string {
    return makeApiKey(this.#ids);
  }

  /** Adds an account that was forked off another. */
  addFork({ role }: KnownAccount, key: string): void {
    this.#accounts.push({ ...emptyAccount(role), keys: [key] });
  }

  #freshAccounts(): KnownAccount[] {
    const roles: Role[] = ['plain', 'faulty', 'mixed'];
    return roles.map((role) => {
      const key = this.freshKey();
      if (role !== 'mixed') this.steadyKeys.push(key);
      return { ...emptyAccount(role), keys: [key] };
    });
  }
}

function emptyAccount(role: Role): KnownAccount {
  return { role, keys: [], ids: new Map(), owners: new Map(), entities: [] };
}

/** Returns an ID with a prefix from the account's responses; undefined if there is none yet. */
export function knownId({ ids }: KnownAccount, prefix: string, dice: Dice): string | undefined {
  const known = ids.get(prefix);
  return known && dice.pick(known);
}

/** Learns from a response: IDs and their owners, entities, keys, names of snapshots and faults. */
export function learn(account: KnownAccount, value: Json | undefined, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > 4) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 20)) learn(account, item, depth + 1);
    return;
  }
  const { id, customer_id, event_type } = value;
  if (typeof id === 'string') learnId(account, id, typeof customer_id === 'string' ? customer_id : undefined);
  if (typeof id === 'string' && event_type === undefined) keep(account.entities, value);
  for (const item of Object.values(value)) learn(account, item, depth + 1);
}

function learnId({ ids, owners }: KnownAccount, id: string, owner: string | undefined): void {
  const prefix = id.split('_')[0] ?? '';
  const known = ids.get(prefix) ?? [];
  ids.set(prefix, known);
  if (!known.includes(id)) keep(known, id);
  if (owner !== undefined) owners.set(id, owner);
}

/** Keeps the most recent values. */
function keep<Value>(values: Value[], value: Value): void {
  values.push(value);
  if (values.length > idsAtMost) values.shift();
}
