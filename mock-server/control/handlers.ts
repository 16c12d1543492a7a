import type { operations } from '#openapi/generated/control.ts';
import type { Accounts } from '../accounts.ts';
import { type Behaviours, isProfileName, profile, profileNames, profileOf, withBehaviours } from '../behaviours.ts';
import type { Account } from '../context.ts';
import { type Duration, toMilliseconds } from '../state/clock.ts';
import { seedAccount } from '../state/seeds.ts';
import { UsageError } from '../usage-error.ts';
import { version } from '../version.ts';
import { ControlError } from './control-error.ts';

type BodyOf<Id extends keyof operations> = operations[Id] extends { requestBody?: { content: { 'application/json': infer Body } } }
  ? Body
  : Record<string, never>;

/** What a control handler works with. */
export type ControlContext = { accounts: Accounts; account: Account; resetAccount: (account: Account) => void };

/** Answers with JSON, or with nothing. */
export type ControlHandlers = {
  [Id in keyof operations]: (body: BodyOf<Id>, context: ControlContext) => object | undefined;
};

export const controlHandlers: ControlHandlers = {
  getHealth: () => ({ status: 'ok', version }),

  resetAccount: (_body, { account, resetAccount }) => {
    resetAccount(account);
    return undefined;
  },

  getClock: (_body, { account }) => readClock(account),

  setClock: (body, { account }) => {
    account.setClock(body);
    return readClock(account);
  },

  advanceClock: ({ to, ...lengths }, { account }) => {
    const length = to === undefined ? toMilliseconds(lengths) : millisecondsUntil(to, lengths, account);
    account.advanceClock(length);
    return readClock(account);
  },

  getBehaviours: (_body, { account }) => readBehaviours(account.behaviours),

  setBehaviours: ({ profile: name, behaviours = {} }, { account }) => {
    const base = name === undefined ? account.behaviours : profileNamed(name);
    account.setBehaviours(withBehaviours(base, behaviours));
    return readBehaviours(account.behaviours);
  },

  createKey: ({ permissions = null, expires_at = null }, { accounts, account }) => {
    const expiresAt = expires_at === null ? null : Date.parse(expires_at);
    return { api_key: accounts.createKey(account, { permissions, expiresAt }), permissions, expires_at };
  },

  revokeKey: ({ api_key }, { accounts, account }) => {
    if (!accounts.revokeKey(account, api_key)) {
      throw new ControlError(404, 'not_found', 'Could not revoke the key: the account has no such key. Name one of its keys.');
    }
    return undefined;
  },

  seedAccount: (body, { account }) => seedAccount(account, body),
};

function readClock({ clock }: Account) {
  return { now: new Date(clock.now()).toISOString(), frozen: clock.frozen };
}

function readBehaviours(behaviours: Behaviours) {
  return { profile: profileOf(behaviours), behaviours };
}

function profileNamed(name: string): Behaviours {
  if (isProfileName(name)) return profile(name);
  throw new UsageError(`Could not choose the profile ${name}: there is none of that name. Use one of ${profileNames.join(', ')}.`);
}

function millisecondsUntil(to: string, lengths: Duration, { clock }: Account): number {
  if (Object.keys(lengths).length > 0) {
    throw new UsageError('Could not advance the clock: there are both a time and lengths. Give one of the two.');
  }
  const length = Date.parse(to) - clock.now();
  if (length < 0) throw new UsageError('Could not advance the clock: to is before now. Give a later time.');
  return length;
}
