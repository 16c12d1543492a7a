import { objectAt } from '#openapi/document/refs.ts';
import type { Operation } from '../contract/document.ts';
import { onTestFinished, startCase } from '../law/current-law.ts';
import { expect } from '../law/expect.ts';
import { fillWithUnknownIds } from '../nouns/unknown-ids.ts';
import { laws } from '../suite/laws.ts';
import { type Account, type Answer, refusalIn } from '../targets/account.ts';
import { isSpecific, requestFor } from './refused-requests.ts';
import { unreachableCodes } from './unreachable-codes.ts';

/** Code with its own law, since it needs a target with a rate limit. */
const ofLimits = 'too_many_requests';

function codeIn(answer: Answer): string | null {
  return answer.status < 400 ? null : refusalIn(answer).code;
}

/** Sends one request, as most are refused after those of another operation, and then twenty at a time. */
async function untilRefused(account: Account, method: string, path: string): Promise<string> {
  for (let [sent, length] = [0, 1]; sent < 3000; sent += length, length = 20) {
    const answers = await Promise.all(Array.from({ length }, () => account.request(method, path)));
    const refused = answers.find(({ status }) => status === 429);
    if (refused) return refusalIn(refused).code;
  }
  return 'no refusal';
}

/**
 * Sends a GET with a body, which HTTP allows but `fetch` refuses. The request bypasses the checks and the client-side
 * rate limit.
 */
async function getWithBody({ baseUrl, apiKey }: Account, path: string): Promise<Answer> {
  // Loaded lazily, since few runs need it.
  const { request } = await import('undici');
  const { statusCode, headers, body } = await request(`${baseUrl}${path}`, {
    method: 'GET',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: '{}',
  });
  const pairs = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  return { status: statusCode, headers: new Headers(pairs), body: await body.json() };
}

export default laws(({ target, test }) => {
  const { contract } = target;
  const unreachable = unreachableCodes(target);

  for (const operation of contract.operations) {
    test(`error-codes: ${operation.id} answers each documented code but those that are listed as unreachable`, async () => {
      for (const code of codesOf(operation)) {
        if (code === ofLimits || isUnreachable(operation, code)) continue;
        startCase();
        expect(await answered(operation, code), `${code} of ${operation.id}`).toBe(code);
      }
    });
  }

  test('error-codes: every operation is refused when there are too many requests', async ({ skip }) => {
    const limited = await (
      target.can.withRateLimit ?? skip('the target may not be sent more requests than its rate limit allows')
    )();
    onTestFinished(() => limited.close());
    const account = limited.newAccount();
    for (const operation of contract.operations) {
      const [{ id, method }, path] = [operation, fillWithUnknownIds(operation.path)];
      if (isUnreachable(operation, ofLimits)) expect((await account.request(method, path)).status, id).toBe(200);
      else expect(await untilRefused(account, method, path), id).toBe(ofLimits);
    }
  });

  test('error-codes: what is listed as unreachable is documented, once, and for a reason', () => {
    const documented = contract.operations.flatMap((operation) =>
      codesOf(operation).map((code) => `${operation.id} ${code}`),
    );
    for (const { operation, code, reason } of unreachable) {
      const named = documented.filter((entry) =>
        operation.startsWith('every') ? entry.endsWith(` ${code}`) : entry === `${operation} ${code}`,
      );
      expect(named, `${operation} ${code}`).not.toEqual([]);
      expect(reason).not.toBe('');
    }
    expect(new Set(unreachable.map(({ operation, code }) => `${operation} ${code}`)).size).toBe(unreachable.length);
  });

  for (const operation of contract.operations) {
    const listed = unreachable
      .filter(({ operation: id, isUntried }) => id === operation.id && !isUntried)
      .map(({ code }) => code);
    const tried = listed.filter((code) => code === 'forbidden' || isSpecific(operation, code));
    if (tried.length === 0) continue;
    test(`error-codes: ${operation.id} does not answer ${tried.join(', ')}, whatever else provokes it`, async () => {
      for (const code of tried) expect(await answered(operation, code), code).not.toBe(code);
    });
  }

  function codesOf({ responses }: Operation): string[] {
    return [...responses.values()].flatMap((pointer) => {
      const codes = objectAt(contract.document, pointer)['x-error-codes'];
      return Array.isArray(codes) ? codes.map(String) : [];
    });
  }

  function isUnreachable({ id, method }: Operation, code: string): boolean {
    const names = ['every', `every ${method}`, id];
    return unreachable.some((listed) => listed.code === code && names.includes(listed.operation));
  }

  /** Sends the request that provokes a code, and returns the code of the response; `null` if it succeeds. */
  async function answered(operation: Operation, code: string): Promise<string | null> {
    const account = target.newAccount();
    if (code === 'forbidden') return refusedByPermission(operation, account);
    if (code === 'unexpected_request_body' && operation.method === 'GET')
      return codeIn(await getWithBody(account, fillWithUnknownIds(operation.path)));
    const arrange = requestFor(operation, code);
    if (!arrange)
      throw new Error(
        `Could not provoke ${code} of ${operation.id}: add a request for it, or list the code as unreachable.`,
      );
    const { path, parts } = await arrange(operation, account);
    return codeIn(await account.request(operation.method, path, parts));
  }

  async function refusedByPermission({ method, path }: Operation, account: Account): Promise<string | null> {
    const restricted = await target.can.keys?.create(account, { permissions: [] });
    return restricted ? codeIn(await restricted.request(method, fillWithUnknownIds(path))) : null;
  }
});
