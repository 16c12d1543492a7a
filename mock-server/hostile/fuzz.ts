import type { Profile } from '#fixtures/index.ts';
import type { JsonObject } from '#openapi/document/json.ts';
import { Dice } from './dice.ts';
import { drawDraft, requestOf } from './draft.ts';
import { drawHostile } from './hostile-requests.ts';
import { type Failure, judge } from './judge-answer.ts';
import { type Outcome, RawConnection } from './raw-connection.ts';
import type { RawRequest } from './raw-request.ts';
import type { Served } from './read-served.ts';
import { spoil } from './spoil.ts';
import { type KnownAccount, learn, type Role, World } from './world.ts';

export type FuzzOptions = {
  port: number;
  profile: Profile;
  seed: number;
  requests: number;
  /** Connections that send at once. Each draws its own requests. */
  callers: number;
  served: Served;
  /** Allowed URLs of webhooks. */
  destinations: readonly string[];
  /** Timeout of a response, in milliseconds. */
  timeoutMs: number;
  /** Ends the run early. */
  signal?: AbortSignal | undefined;
};

/** A failure, with the request that showed it and its number among the caller's. */
export type Finding = Failure & { caller: number; number: number; request: RawRequest };

export type FuzzResult = {
  /** Number of requests sent. */
  sent: number;
  findings: Finding[];
  statuses: Map<string, number>;
  slowest: { milliseconds: number; about: string };
  steadyKeys: string[];
};

/** Sends requests of all sorts to a server, and judges each response. */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const result: FuzzResult = {
    sent: 0,
    findings: [],
    statuses: new Map(),
    slowest: { milliseconds: 0, about: '' },
    steadyKeys: [],
  };
  await Promise.all(
    Array.from({ length: options.callers }, (_, caller) => {
      const share = Math.floor((options.requests + caller) / options.callers);
      return callRepeatedly(caller, share, options, result);
    }),
  );
  return result;
}

async function callRepeatedly(
  caller: number,
  requests: number,
  options: FuzzOptions,
  result: FuzzResult,
): Promise<void> {
  const name = `${options.profile} ${caller}`;
  const dice = new Dice(options.seed, name);
  const world = new World(options.seed, name, dice);
  using connection = new RawConnection(options.port, options.timeoutMs);
  for (let number = 0; number < requests && !options.signal?.aborted; number += 1) {
    const { account, request } = drawRequest(world, dice, options);
    const begin = performance.now();
    const outcome = await connection.send(request);
    note(result, request, outcome, performance.now() - begin);
    const failure = judge(request, outcome);
    if (failure) result.findings.push({ ...failure, caller, number, request });
    if (typeof outcome === 'object') learnFrom(world, account, request, outcome.text);
  }
  result.steadyKeys.push(...world.steadyKeys);
}

function note(result: FuzzResult, { about }: RawRequest, outcome: Outcome, milliseconds: number): void {
  const { statuses, slowest } = result;
  result.sent += 1;
  const status = typeof outcome === 'string' ? outcome : `${outcome.status}`;
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  if (milliseconds > slowest.milliseconds) Object.assign(slowest, { milliseconds, about });
}

/** Operations that are reserved for accounts of a role. */
const roles: Readonly<Record<string, Role>> = { setBehaviours: 'mixed', replaceFaults: 'faulty', addFault: 'faulty' };

/** Draws a request: 15 % hostile and 45 % near-valid; of those for an operation, 12 % for the control plane. */
function drawRequest(world: World, dice: Dice, { served, profile, destinations }: FuzzOptions) {
  const kind = dice.below(100);
  if (kind < 15) {
    const account = world.nextAccount();
    return { account, request: drawHostile(account.keys[0] ?? '', dice, account.role === 'faulty') };
  }
  const target = dice.pick(dice.chance(0.12) ? served.control : served.api);
  const account = world.nextAccount(roles[target.operation.operationId]);
  const { operationIds, eventTypes } = served;
  const freshKey = () => world.freshKey();
  const draft = drawDraft(target, { dice, account, profile, destinations, operationIds, eventTypes, freshKey });
  if (kind < 60) spoil(draft, dice);
  return { account, request: requestOf(draft, account.role === 'faulty') };
}

/** Longer responses name nothing new. */
const learntCharactersAtMost = 30_000;

function learnFrom(world: World, account: KnownAccount, { about }: RawRequest, text: string): void {
  if (text.length > learntCharactersAtMost || !text.startsWith('{')) return;
  const body = parsed(text);
  learn(account, body['data'] ?? body);
  const { api_key } = body;
  if (typeof api_key !== 'string') return;
  if (about === 'forkAccount') world.addFork(account, api_key);
  else if (account.keys.length < 5) account.keys.push(api_key);
}

function parsed(text: string): JsonObject {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
