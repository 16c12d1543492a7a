import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { createPaddleClient } from '../create-paddle-client.ts';
import { answer, sandboxKey, scriptFetch } from '../testing/scripted-fetch.ts';
import { paginate } from './paginate.ts';

const baseUrl = 'http://mock.test/base';
const form = fc.constantFrom('cursor', 'url');

function connect(respond: (request: Request) => Response) {
  const { fetch, requests } = scriptFetch(respond);
  return { paddle: createPaddleClient({ apiKey: sandboxKey, environment: baseUrl, fetch }), requests };
}

/** Serves a list of `total` entities with the given form of `next`. */
function serve(total: number, next: 'cursor' | 'url') {
  const ids = Array.from({ length: total }, (_, index) => `sub_${String(index).padStart(26, '0')}`);
  return connect((request) => {
    const url = new URL(request.url);
    const size = Number(url.searchParams.get('per_page'));
    const start = ids.indexOf(url.searchParams.get('after') ?? '') + 1;
    const page = ids.slice(start, start + size);
    const cursor = page.at(-1) ?? null;
    if (cursor !== null) url.searchParams.set('after', cursor);
    const pagination = { per_page: size, next: next === 'url' ? url.href : cursor, has_more: start + size < total };
    return answer(200, { data: page.map((id) => ({ id })), meta: { request_id: 'r', pagination } });
  });
}

const listOf = (per_page: number) => ({ params: { query: { customer_id: ['ctm_1', 'ctm_2'], per_page } } });

describe('paginate', () => {
  property.prop([fc.nat(60), fc.integer({ min: 1, max: 25 }), form])(
    'yields each entity once and in order, with any page size and in both forms of next',
    async (total, perPage, next) => {
      const { paddle, requests } = serve(total, next);
      const found: string[] = [];
      for await (const { id } of paginate(paddle, '/subscriptions', listOf(perPage))) found.push(id);
      expect(found).toEqual(Array.from({ length: total }, (_, index) => `sub_${String(index).padStart(26, '0')}`));
      expect(requests).toHaveLength(Math.max(1, Math.ceil(total / perPage)));
    },
  );

  property.prop([form])('keeps the query on every page, and stays on the base URL', async (next) => {
    const { paddle, requests } = serve(5, next);
    for await (const { id } of paginate(paddle, '/subscriptions', listOf(2))) expect(id).toMatch(/^sub_/);
    for (const { url } of requests)
      expect(url).toMatch(/^http:\/\/mock\.test\/base\/subscriptions\?customer_id=ctm_1,ctm_2&per_page=2/);
  });

  test('asks for no page that is not used', async () => {
    const { paddle, requests } = serve(10, 'url');
    for await (const { id } of paginate(paddle, '/subscriptions', listOf(2))) if (id.endsWith('2')) break;
    expect(requests).toHaveLength(2);
  });

  test('fills in the path, and expects next to lead to it', async () => {
    const customer_id = 'ctm_01kpadd0ck0000000000000001';
    const pagination = {
      per_page: 1,
      next: `${baseUrl}/customers/${customer_id}/addresses?after=add_1`,
      has_more: true,
    };
    const pages = [
      { data: [{ id: 'add_1' }], meta: { pagination } },
      { data: [{ id: 'add_2' }], meta: { pagination: { ...pagination, has_more: false } } },
    ];
    const { paddle, requests } = connect(() => answer(200, pages[requests.length - 1]));
    const found: string[] = [];
    const addresses = paginate(paddle, '/customers/{customer_id}/addresses', { params: { path: { customer_id } } });
    for await (const address of addresses) found.push(address.id);
    expect(found).toEqual(['add_1', 'add_2']);
  });

  test.for([
    ['leads elsewhere', { has_more: true, next: 'http://evil.example/subscriptions?after=sub_1' }],
    ['repeats a cursor', { has_more: true, next: 'sub_1' }],
    ['is missing', { has_more: true }],
  ] as const)('fails loudly when next %s', async ([, pagination]) => {
    const { paddle, requests } = connect(() => answer(200, { data: [], meta: { pagination } }));
    const walk = async () => {
      for await (const subscription of paginate(paddle, '/subscriptions')) expect(subscription).toBeUndefined();
    };
    await expect(walk()).rejects.toMatchObject({ name: 'PaddleRequestError', code: 'invalid_response', status: 200 });
    for (const { url } of requests) expect(url).toMatch(/^http:\/\/mock\.test\//);
    expect(requests.length).toBeLessThanOrEqual(2);
  });
});
