import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Paddock, startPaddock } from '../index.ts';

let paddock: Paddock;
beforeAll(async () => {
  paddock = await startPaddock();
});
afterAll(() => paddock.close());

async function ask(url: string, method = 'GET') {
  const response = await fetch(paddock.url + url, { method, headers: { Authorization: `Bearer ${paddock.apiKey}` } });
  const { error } = await response.json();
  return { status: response.status, code: error.code, hint: response.headers.get('x-paddock-hint') };
}

const classic = 'This URL belongs to Paddle Classic, a different product. Paddock emulates Paddle Billing.';
const noScim = 'Paddle has no SCIM API. Customers are managed under /customers.';
const noTeam = 'Paddle has no API for dashboard users.';
const notUnder = 'Subscriptions are not nested under customers. Call GET /subscriptions?customer_id=<id>.';
const noVersion = 'Paths have no version. Set it with the Paddle-Version header.';
const noSlash = 'The path ends with a slash. Remove it.';

const hints: [url: string, hint: string | null][] = [
  ['/2.0/subscription/users', classic],
  ['/1.0/x', classic],
  ['/api/2.0/product/get_products', classic],
  ['/api/checkout?vendor_id=1', classic],
  ['/checkout?a=b&vendor_auth_code=1', classic],
  ['/scim/v2/Users', noScim],
  ['/scim', noScim],
  ['/users', noTeam],
  ['/team-members/1', noTeam],
  ['/customers/ctm_1/subscriptions', notUnder],
  ['/customers/ctm_1/subscriptions/', notUnder],
  ['/v1/customers', noVersion],
  ['/customers/', noSlash],
  ['/nothing', null],
  ['/3.0/x', null],
  ['/x/2.0/y', null],
  ['/x?my_vendor_id=1', null],
  ['/x/scim', null],
  ['/scimitar', null],
  ['/x/users', null],
  ['/userspace', null],
  ['/x/customers/ctm_1/subscriptions', null],
  ['/customers/ctm_1/subscriptions/sub_1', null],
  ['/x/v1/y', null],
];

test('an unknown path gets a hint about common mistakes', async () => {
  for (const [url, hint] of hints)
    expect([url, await ask(url)]).toEqual([url, { status: 404, code: 'invalid_url', hint }]);
});

test('an unrecognised method is refused on any path', async () => {
  expect(await ask('/nothing', 'PURGE')).toMatchObject({ status: 501, code: 'not_implemented' });
});

test('a known path refuses other methods and names its own', async () => {
  const { url, apiKey } = paddock;
  const response = await fetch(`${url}/customers`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${apiKey}` },
  });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
  expect(response.headers.get('x-paddock-hint')).toBe('Use one of GET, POST.');
});

test('an operation missing under the behaviours in force is named', async () => {
  await using official = await startPaddock({ profile: 'official' });
  const response = await fetch(`${official.url}/customers/ctm_01kpadd0ck0000000000000001/archive`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${official.apiKey}` },
  });
  expect(response.status).toBe(404);
  expect(response.headers.get('x-paddock-hint')).toContain('--behaviour archiving=endpoint');
});
