import { fillWithUnknownIds } from '../resources/unknown-ids.ts';
import { describe, expect, onTestFinished, test } from '../runner/test-api.ts';
import { type Account, refusalIn } from '../targets/account.ts';
import { nodeAt, type Operation } from '../targets/document.ts';
import { target } from '../targets/under-test.ts';
import { provocationOf } from './provocations.ts';
import { unreachableCodes } from './unreachable-codes.ts';

const { contract } = target;
const unreachable = unreachableCodes(target);

/** Codes that laws of their own provoke, since they need time, deliveries or a target with limits. */
const provokedElsewhere = [
  'too_many_requests',
  'notification_cannot_replay',
  'notification_replay_invalid_origin_type',
];

describe('documented error codes', () => {
  for (const operation of contract.operations) {
    test(`error-codes: ${operation.id} answers each documented code but those that are listed as unreachable`, async () => {
      for (const code of codesOf(operation)) {
        if (provokedElsewhere.includes(code) || isUnreachable(operation, code)) continue;
        // Node's fetch sends no body with GET.
        if (code === 'unexpected_request_body' && operation.method === 'GET') continue;
        expect(await answered(operation, code), `${code} of ${operation.id}`).toBe(code);
      }
    });
  }

  test('error-codes: every operation is refused when there are too many requests', async ({ skip }) => {
    const limited = await (target.can.withRateLimit ?? skip('the target is not to be sent too many requests'))();
    onTestFinished(() => limited.close());
    const account = limited.newAccount();
    for (const { id, method, path, needsKey } of contract.operations) {
      if (needsKey) expect(await untilRefused(account, method, fillWithUnknownIds(path)), id).toBe('too_many_requests');
    }
  });

  test('error-codes: what is listed as unreachable is documented, once, and for a reason', () => {
    const documented = contract.operations.flatMap((operation) =>
      codesOf(operation).map((code) => `${operation.id} ${code}`),
    );
    for (const { operation, code, reason } of unreachable) {
      const named = documented.filter((entry) =>
        operation === 'every' ? entry.endsWith(` ${code}`) : entry === `${operation} ${code}`,
      );
      expect(named, `${operation} ${code}`).not.toEqual([]);
      expect(reason).not.toBe('');
    }
    expect(new Set(unreachable.map(({ operation, code }) => `${operation} ${code}`)).size).toBe(unreachable.length);
  });
});

function codesOf({ responses }: Operation): string[] {
  return [...responses.values()].flatMap((pointer) => {
    const codes = nodeAt(contract.document, pointer)['x-error-codes'];
    return Array.isArray(codes) ? codes.map(String) : [];
  });
}

function isUnreachable({ id }: Operation, code: string): boolean {
  return unreachable.some(
    (listed) => listed.code === code && (listed.operation === id || listed.operation === 'every'),
  );
}

/** The code with which the request is refused that is to provoke one. */
async function answered(operation: Operation, code: string): Promise<string> {
  const account = target.newAccount();
  if (code === 'forbidden') return refusedByPermission(operation, account);
  const provoke = provocationOf(operation, code);
  if (!provoke)
    throw new Error(`Could not provoke ${code} of ${operation.id}: add a provocation, or list it as unreachable.`);
  const { path, parts } = await provoke(operation, account);
  return refusalIn(await account.request(operation.method, path, parts)).code;
}

async function refusedByPermission({ method, path, permission }: Operation, account: Account): Promise<string> {
  // An operation without a permission takes any key.
  if (!target.can.keys || permission === null) return 'forbidden';
  const restricted = await target.can.keys.create(account, { permissions: [] });
  return refusalIn(await restricted.request(method, fillWithUnknownIds(path))).code;
}

async function untilRefused(account: Account, method: string, path: string): Promise<string> {
  for (let sent = 0; sent < 3000; sent += 20) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => account.request(method, path)));
    const refused = answers.find(({ status }) => status === 429);
    if (refused) return refusalIn(refused).code;
  }
  return 'no refusal';
}
