import { changeRequests, changeResponses, intercept } from '../define-defect.ts';
import { changeEntities, changePage, changeQuery, withHeader } from '../edit-message.ts';
import type { Mutant } from '../mutant.ts';

/** Mutants of the API's root, of countries, currencies, verifications and checkout domains. */
export const surroundingsMutants: readonly Mutant[] = [
  {
    name: 'root-ignores-key',
    description: 'the root of the API knows no caller, whatever the key',
    breaks: ['api-root'],
    start: changeRequests('GET /', (request) => withHeader(request, 'authorization', null)),
  },
  {
    name: 'root-permissions-missing',
    description: 'the root of the API tells no permissions',
    breaks: ['api-root'],
    start: changeResponses('GET /', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, caller: { ...Object(entity['caller']), permissions: [] } })),
    ),
  },
  {
    name: 'countries-all-supported',
    description: 'every country is supported',
    breaks: ['countries'],
    start: changeResponses('GET /countries', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, allow_sales: true })),
    ),
  },
  {
    name: 'currencies-all-two-decimals',
    description: 'every currency has two decimal places',
    breaks: ['currencies'],
    start: changeResponses('GET /currencies', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, decimal_places: 2 })),
    ),
  },
  {
    name: 'verifications-of-any-type',
    description: 'verifications are listed whatever their type',
    breaks: ['verifications'],
    start: changeRequests('GET /verifications', (request) =>
      changeQuery(request, (query) => query.delete('verification_type')),
    ),
  },
  {
    name: 'checkout-domain-not-deleted',
    description: 'deleting a checkout domain has no effect',
    breaks: ['checkout-domains'],
    start: intercept('DELETE /checkout-domains/*', async (request, forward) => {
      const answer = await forward({ ...request, method: 'GET' });
      return answer.status === 200 ? { ...answer, status: 204, body: Buffer.alloc(0) } : answer;
    }),
  },
  {
    name: 'checkout-domain-not-verified',
    description: 'verifying a payment method returns the domain as it was',
    breaks: ['checkout-domains'],
    start: changeResponses('POST /checkout-domains/*/verify-payment-method', (answer) =>
      changeEntities(answer, (entity) => ({
        ...entity,
        payment_method_verification: { apple_pay: { status: 'unverified' } },
      })),
    ),
  },
  {
    name: 'checkout-domain-filter-exact',
    description: 'the filter for domains takes no other domain than that of its name',
    breaks: ['checkout-domains'],
    start: intercept('GET /checkout-domains', async (request, forward) => {
      const domain = request.url.searchParams.get('domain');
      const answer = await forward(request);
      const isSame = (entity: unknown) => domain === null || Object(entity).domain === domain;
      return changePage(answer, (entities) => entities.filter(isSame));
    }),
  },
];
