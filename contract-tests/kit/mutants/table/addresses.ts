import { changeRequests, changeResponses, intercept, interceptWithState } from '../define-defect.ts';
import {
  changeBody,
  changeEntities,
  changePage,
  codeOf,
  entitiesIn,
  jsonIn,
  withBody,
  withFreshRequestId,
} from '../edit-message.ts';
import type { Interceptor, Mutant } from '../mutant.ts';

/** Redirects requests for an address to the customer who owns it. */
function reachForeign(methods: readonly string[]): () => Interceptor {
  return () => {
    const owners = new Map<string, string>();
    return async (request, forward) => {
      const id = request.url.pathname.split('/')[4] ?? '';
      const owner = owners.get(id);
      if (owner && methods.includes(request.method)) return forward({ ...request, url: new URL(owner, request.url) });
      const answer = await forward(request);
      const [made] = request.method === 'POST' ? entitiesIn(answer) : [];
      if (made) owners.set(String(made['id']), `${request.url.pathname}/${made['id']}`);
      return answer;
    };
  };
}

/** Lists the last created address for every customer without one. */
const listForeign = (): Interceptor => {
  const last = new Map<string | null, ReturnType<typeof entitiesIn>[number]>();
  return async (request, forward) => {
    const answer = await forward(request);
    const key = request.headers.get('authorization');
    const [made] = request.method === 'POST' ? entitiesIn(answer) : [];
    if (made) last.set(key, made);
    const foreign = last.get(key);
    if (request.method !== 'GET' || !foreign) return answer;
    return changePage(answer, (data) => (data.length === 0 ? [foreign] : data));
  };
};

/** Mutants of addresses and businesses. */
export const addressMutants: readonly Mutant[] = [
  {
    name: 'foreign-address-visible',
    description: 'an address can be read through another customer',
    breaks: ['address-subresource'],
    start: interceptWithState('* /customers/*/addresses**', reachForeign(['GET'])),
  },
  {
    name: 'foreign-address-writable',
    description: 'an address can be changed through another customer',
    breaks: ['address-subresource'],
    start: interceptWithState('* /customers/*/addresses**', reachForeign(['PATCH'])),
  },
  {
    name: 'foreign-address-listed',
    description: 'an address is listed for another customer',
    breaks: ['address-subresource'],
    start: interceptWithState('* /customers/*/addresses', listForeign),
  },
  {
    name: 'foreign-business-visible',
    description: 'a business can be read through another customer',
    breaks: ['address-subresource'],
    start: interceptWithState('* /customers/*/businesses**', reachForeign(['GET'])),
  },
  {
    name: 'addresses-of-unknown-customer',
    description: 'an unknown customer has an empty list of addresses',
    breaks: ['address-subresource'],
    start: intercept('GET /customers/*/addresses', async (request, forward) => {
      const answer = await forward(request);
      if (codeOf(answer) !== 'not_found') return answer;
      return forward({ ...request, url: new URL('/customers?email=nobody@example.com', request.url) });
    }),
  },
  {
    name: 'address-city-forgotten',
    description: 'the city of an address is not stored',
    breaks: ['address-subresource'],
    start: changeRequests('* /customers/*/addresses**', (request) =>
      changeBody(request, (body) => ('city' in body ? { ...body, city: null } : body)),
    ),
  },
  {
    name: 'any-country-accepted',
    description: 'an unknown country code is stored as Ireland',
    breaks: ['address-country-code'],
    start: changeRequests('POST /customers/*/addresses', (request) =>
      changeBody(request, (body) => ({
        ...body,
        country_code: /^[A-Z]{2}$/.test(String(body['country_code'])) ? 'IE' : (body['country_code'] ?? 'IE'),
      })),
    ),
  },
  {
    name: 'country-optional',
    description: 'an address needs no country',
    breaks: ['address-country-code'],
    start: changeRequests('POST /customers/*/addresses', (request) =>
      changeBody(request, (body) => ({ country_code: 'IE', ...body })),
    ),
  },
  {
    name: 'postal-code-optional',
    description: 'a US address needs no postal code',
    breaks: ['address-postal-code'],
    profile: 'official',
    start: changeRequests('POST /customers/*/addresses', (request) =>
      changeBody(request, (body) =>
        ['US', 'GB'].includes(String(body['country_code'])) ? { postal_code: '10001', ...body } : body,
      ),
    ),
  },
  {
    name: 'postal-code-required',
    description: 'a US address needs a postal code',
    breaks: ['address-postal-code'],
    profile: 'guide',
    start: changeRequests('POST /customers/*/addresses', (request) =>
      changeBody(request, (body) => (body['country_code'] === 'US' ? { postal_code: 0, ...body } : body)),
    ),
  },
  {
    name: 'postal-code-without-spaces',
    description: 'spaces in postal codes are removed',
    breaks: ['address-postal-code'],
    start: changeResponses('* /customers/*/addresses**', (answer) =>
      changeEntities(answer, (entity) =>
        typeof entity['postal_code'] === 'string'
          ? { ...entity, postal_code: entity['postal_code'].replaceAll(' ', '') }
          : entity,
      ),
    ),
  },
  {
    name: 'contacts-added',
    description: 'PATCH adds contacts to a business instead of replacing them',
    breaks: ['patch-partial'],
    start: intercept('PATCH /customers/*/businesses/*', async (request, forward) => {
      const [before] = entitiesIn(await forward({ ...request, method: 'GET', body: Buffer.alloc(0) }));
      const [old, sent] = [before?.['contacts'], jsonIn(request)?.['contacts']];
      if (!Array.isArray(old) || !Array.isArray(sent)) return forward(request);
      return forward(withBody(request, { ...jsonIn(request), contacts: [...old, ...sent] }));
    }),
  },
  {
    name: 'address-created-twice',
    description: 'one request creates two addresses',
    breaks: ['address-subresource', 'pagination-cursor'],
    start: intercept('POST /customers/*/addresses', async (request, forward) => {
      const answer = await forward(request);
      return answer.status === 201 ? forward(request) : withFreshRequestId(answer);
    }),
  },
];
