import { changeRequests, changeResponses } from '../define-defect.ts';
import { changeBody, changeEntities, changeQuery } from '../edit-message.ts';
import type { Mutant } from '../mutant.ts';

/** Mutants of client-side tokens. */
export const clientTokenMutants: readonly Mutant[] = [
  {
    name: 'client-token-of-all',
    description: 'all client-side tokens are one',
    breaks: ['client-tokens'],
    start: changeResponses('POST /client-tokens', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, token: 'test_0123456789abcdef' })),
    ),
  },
  {
    name: 'client-token-stays-active',
    description: 'revoking a client-side token leaves it active',
    breaks: ['client-token-revocation'],
    start: changeRequests('PATCH /client-tokens/*', (request) =>
      changeBody(request, (body) => ({ ...body, status: 'active' })),
    ),
  },
  {
    name: 'client-token-list-of-all',
    description: 'a list of client-side tokens has revoked ones too',
    breaks: ['client-token-lists'],
    start: changeRequests('GET /client-tokens', (request) =>
      changeQuery(request, (query) => {
        if (!query.has('status')) query.set('status', 'active,revoked');
      }),
    ),
  },
];
