import { UsageError } from '#openapi/text/usage-error.ts';
import type { PaddockAccount } from '../../control-client/account.ts';
import type { Fault } from '../../faults/fault.ts';
import type { Duration } from '../../time/clock.ts';
import { requestLine } from '../request-line.ts';

/** Flags of a verb beside those of the mock. */
export type SteeringFlags = { status?: string[]; export?: 'curl' | 'har' | 'typescript' };

/** Calls the control client and returns the text to print. */
type Call = (account: PaddockAccount) => Promise<string>;
/** Reads the arguments. @throws UsageError for an invalid value */
type Prepare = (value: string, flags: SteeringFlags) => Call;
/** Calls of a verb without an action and with each one. */
type Verb = { description: string; alone?: Prepare; actions: Readonly<Record<string, Action>> };
/** An action, and the name of its value if it takes one. */
type Action = { value?: string; prepare: Prepare };

const printTime: Call = async ({ clock }) => (await clock.now()).toISOString();
const print = (value: unknown) => JSON.stringify(value, null, 2);

/** Commands that control an account of a running mock. */
export const verbs = {
  reset: {
    description: 'reset the account: fixtures, clock and behaviours',
    alone: () => async (account) => {
      await account.reset();
      return 'The account was reset.';
    },
    actions: {},
  },
  clock: {
    description: "print the account's time, advance it or set it",
    alone: () => printTime,
    actions: {
      advance: {
        value: 'length',
        prepare: (text) => {
          const length = readLength(text);
          return async (account) => {
            await account.clock.advance(length);
            return printTime(account);
          };
        },
      },
      set: {
        value: 'time',
        prepare: (now) => async (account) => {
          await account.clock.set({ now });
          return printTime(account);
        },
      },
    },
  },
  requests: {
    description: "print the account's most recent requests",
    alone: (_, flags) => (account) => printRequests(account, flags),
    actions: {},
  },
  snapshot: {
    description: 'take, restore, list or remove snapshots of the account',
    actions: {
      list: { prepare: () => async (account) => print(await account.snapshots.list()) },
      take: { value: 'name', prepare: (name) => async (account) => print(await account.snapshots.take(name)) },
      restore: { value: 'name', prepare: (name) => async (account) => print(await account.snapshots.restore(name)) },
      remove: {
        value: 'name',
        prepare: (name) => async (account) => {
          await account.snapshots.remove(name);
          return `Removed ${name}.`;
        },
      },
    },
  },
  faults: {
    description: 'list, add or remove faults of the account',
    alone: () => async (account) => print(await account.faults.list()),
    actions: {
      add: {
        value: 'json',
        prepare: (json) => {
          const fault = readFault(json);
          return async (account) => print(await account.faults.add(fault));
        },
      },
      clear: {
        prepare: () => async (account) => {
          await account.faults.clear();
          return 'Removed all faults.';
        },
      },
    },
  },
} satisfies Readonly<Record<string, Verb>>;

/** Reads the arguments of a verb. @throws UsageError for an unknown action, or a missing or invalid value */
export function prepareCall(
  name: keyof typeof verbs,
  action: string | undefined,
  value: string | undefined,
  flags: SteeringFlags,
): Call {
  const { alone, actions }: Verb = verbs[name];
  const known = action !== undefined && Object.hasOwn(actions, action) ? actions[action] : undefined;
  const prepare = action === undefined ? alone : known?.prepare;
  if (prepare && (known?.value === undefined) === (value === undefined)) return prepare(value ?? '', flags);
  const usages = [...(alone ? [''] : []), ...Object.entries(actions).map(usageOf)];
  throw new UsageError(
    `Could not control the mock: there is no such action. Use ${usages.map((usage) => `\`paddock ${name}${usage}\``).join(', ')}.`,
  );
}

function usageOf([action, { value }]: [string, Action]): string {
  return value === undefined ? ` ${action}` : ` ${action} <${value}>`;
}

async function printRequests({ requests }: PaddockAccount, flags: SteeringFlags): Promise<string> {
  const filter = { ...(flags.status && { status: flags.status }) };
  if (flags.export) return (await requests.export(flags.export, filter)).trimEnd();
  const lines = (await requests.list(filter)).map((request) => {
    const { method, url, status, duration_ms, operation_id, response_headers, received_at } = request;
    const hint = response_headers['x-paddock-hint'] ?? null;
    const facts = { method, path: url, status, durationMs: duration_ms, operationId: operation_id, hint };
    return requestLine(facts, new Date(received_at), process.stdout);
  });
  return lines.join('\n') || 'No requests found.';
}

const units: Readonly<Record<string, keyof Duration>> = {
  ms: 'milliseconds',
  s: 'seconds',
  m: 'minutes',
  h: 'hours',
  d: 'days',
};

/** Reads a duration such as `30d` or `1h30m`. */
function readLength(text: string): Duration {
  if (!/^(\d{1,12}(ms|s|m|h|d))+$/.test(text)) {
    throw new UsageError(`Could not advance the clock: ${text} is not a duration. Give one such as 30d or 1h30m.`);
  }
  const parts = [...text.matchAll(/(\d+)(ms|s|m|h|d)/g)];
  return Object.fromEntries(parts.map(([, number, unit = '']) => [units[unit], Number(number)]));
}

/** Parses a fault, which the mock validates. */
function readFault(json: string): Fault {
  try {
    return JSON.parse(json);
  } catch {
    throw new UsageError(
      `Could not add the fault: ${json} is not valid JSON. Give a fault such as {"error":429,"first":2}.`,
    );
  }
}
