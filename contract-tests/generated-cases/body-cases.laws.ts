import { isObject } from '#openapi/document/json.ts';
import type { Operation } from '../contract/document.ts';
import { startCase } from '../law/current-law.ts';
import { expect } from '../law/expect.ts';
import { type LawBody, laws } from '../suite/laws.ts';
import type { Account } from '../targets/account.ts';
import { markOf } from '../targets/run-name.ts';
import { arrangePath, arrangeReferences } from './arrange-path.ts';
import { bodyCasesOf } from './enumeration/body-cases.ts';
import { type Probe, probeKinds } from './enumeration/probe.ts';
import { expectationOf, isAction, tryBody, Unchanged } from './try-body.ts';

/** Allows reusing an updated entity for the next case: only countries can be tried one after the other. */
function isBaseForNext(operation: Operation, { kind, value }: Probe): boolean {
  if (operation.method === 'POST') return !isAction(operation);
  return kind === 'enums' && isObject(value) && 'country_code' in value;
}

/** Replaces the IDs of the document's examples in a body by those of existing entities. */
function withReferences(probe: Probe, references: ReadonlyMap<string, string>): Probe {
  if (probe.value === undefined) return probe;
  let text = JSON.stringify(probe.value);
  for (const [example, id] of references) text = text.replaceAll(example, id);
  return { ...probe, value: JSON.parse(text) };
}

/** Lists the paths of all entities in a list, oldest first; custom ones too, which are listed on request. */
async function allIn(account: Account, { parameters, path }: Operation): Promise<string[]> {
  const choice = parameters.find(({ name }) => name === 'type' || name === 'mode');
  const filters = choice ? [`&${choice.name}=standard`, `&${choice.name}=custom`] : [''];
  const lists = await Promise.all(
    filters.map((filter) => idsIn(account, `${path}?per_page=200&order_by=id[ASC]${filter}`)),
  );
  return lists
    .flat()
    .toSorted()
    .map((id) => `${path}/${id}`);
}

async function idsIn(account: Account, list: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ''; ; after = `&after=${ids.at(-1)}`) {
    const { body } = await account.request('GET', `${list}${after}`);
    const { data } = body as { data: { id: string }[] };
    if (data.length === 0) return ids;
    ids.push(...data.map(({ id }) => id));
  }
}

export default laws(({ target, test }) => {
  const { contract, run } = target;
  const mark = run === undefined ? undefined : markOf(run);

  for (const operation of contract.operations) {
    const cases = bodyCasesOf(contract, operation, target.freshEmail, mark);
    for (const kind of probeKinds) {
      const ofKind = cases.filter((probe) => probe.kind === kind);
      if (ofKind.length === 0) continue;
      const title = `body-cases: ${operation.id} decides about ${kind} as documented`;
      const body: LawBody = async ({ skip }) => {
        if (operation.path.includes('{subscription_id}') && !target.can.seed)
          skip('the target cannot be seeded with subscriptions');
        if (operation.path.startsWith('/settings') && !target.can.isolate)
          skip('settings of a shared account are not changed');
        await tryAll(target.newAccount(), operation, ofKind);
      };
      test(title, body, ofKind);
    }
  }

  async function tryAll(account: Account, operation: Operation, cases: readonly Probe[]): Promise<void> {
    const remaining: string[] = [];
    const references = await arrangeReferences(operation, account);
    let path: string | null = null;
    let unchanged: Unchanged | null = null;
    for (const written of cases) {
      startCase();
      path ??= await arrangePath(operation, account);
      const probe = withReferences(written, references);
      const expectation = expectationOf(account, operation, probe);
      if (operation.method === 'PATCH' && expectation.decided === 'refused') {
        unchanged ??= await Unchanged.watch(account, path);
        unchanged.add(probe.text);
      } else {
        await unchanged?.check();
        unchanged = null;
      }
      const entity = await tryBody(account, operation, path, probe, expectation);
      if (entity === null) continue;
      // Deleted at once, since an account can have only ten active destinations.
      if (entity.startsWith('/notification-settings')) await account.request('DELETE', entity);
      else remaining.push(entity);
      if (!isBaseForNext(operation, probe)) path = null;
    }
    await unchanged?.check();
    const list = contract.operations.find((one) => one.method === 'GET' && one.path === operation.path);
    if (operation.method === 'POST' && remaining.length > 0 && list && path !== null && target.can.isolate)
      expect(await allIn(account, { ...list, path })).toEqual(remaining);
  }
});
