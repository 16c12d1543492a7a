import { isObject } from '#openapi/document/json.ts';
import type { Operation } from '../contract/document.ts';
import { startCase } from '../law/current-law.ts';
import { expect } from '../law/expect.ts';
import { fillWithUnknownIds } from '../nouns/unknown-ids.ts';
import { laws } from '../suite/laws.ts';
import { type Account, refusalIn } from '../targets/account.ts';
import { arrangePath, toNothing } from './arrange-path.ts';
import { type ParameterCase, parameterCasesOf } from './enumeration/parameter-cases.ts';
import { probeKinds } from './enumeration/probe.ts';

async function tryParameter(account: Account, operation: Operation, path: string, one: ParameterCase): Promise<void> {
  const { name, value, place, isValid, text } = one;
  const asked =
    place === 'path'
      ? fillWithUnknownIds(operation.path.replace(`{${name}}`, encodeURIComponent(value)))
      : `${fillWithUnknownIds(path)}?${new URLSearchParams({ ...othersOf(operation, name), [name]: value })}`;
  const { parts } = toNothing(account.target.contract, operation);
  const answer = await account.request(operation.method, asked, parts);
  if (isValid && !isLostCursor(operation, name)) {
    // The IDs of what was not created do not exist, so their paths and bodies are not found, and lists are empty. A new
    // transaction has no invoice.
    const isFound = place === 'query' && operation.method === 'GET' && !/\{(?!customer_id)|\/invoice$/.test(path);
    expect(answer.status, text).toBe(isFound ? 200 : 404);
    return;
  }
  const refusal = refusalIn(answer);
  expect(refusal.status, text).toBe(400);
  expect(['bad_request', 'invalid_field', 'invalid_time_query_parameter'], text).toContain(refusal.code);
  if (place === 'query')
    expect(refusal.errors?.map(({ field }) => wordsIn(field)).join(), text).toContain(wordsIn(name));
}

/** Tests whether a parameter is the cursor of a list by time. The ID of nothing has no place there, and is refused. */
function isLostCursor({ parameters }: Operation, name: string): boolean {
  const { schema } = parameters.find((one) => one.name === 'order_by') ?? {};
  const byDefault = isObject(schema) ? schema['default'] : undefined;
  return name === 'after' && typeof byDefault === 'string' && !byDefault.startsWith('id[');
}

/** Parameters that are accepted only beside others. */
const neededBy: Readonly<Record<string, Record<string, string>>> = { actor_id: { actor_type: 'customer' } };

/** The examples of the other parameters that an operation requires, and what the parameter itself needs. */
function othersOf({ parameters }: Operation, name: string): Record<string, string> {
  const others = parameters.filter((one) => one.in === 'query' && one.required && one.name !== name);
  return { ...neededBy[name], ...Object.fromEntries(others.map((one) => [one.name, String(one.example)])) };
}

/** Normalizes `SubscriptionsRequest.ScheduledChangeAction[0]` and `scheduled_change_action` to comparable text. */
function wordsIn(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, '');
}

export default laws(({ target, test }) => {
  const { contract } = target;

  for (const operation of contract.operations) {
    const cases = parameterCasesOf(contract, operation);
    for (const kind of probeKinds) {
      const ofKind = cases.filter((one) => one.kind === kind);
      if (ofKind.length === 0) continue;
      const body = async () => {
        const account = target.newAccount();
        const path = operation.method === 'GET' ? await arrangePath(operation, account) : operation.path;
        for (const one of ofKind) {
          startCase();
          await tryParameter(account, operation, path, one);
        }
      };
      test(`parameter-cases: ${operation.id} decides about ${kind} as documented`, body, ofKind);
    }
  }
});
