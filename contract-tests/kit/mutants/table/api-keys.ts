import { isObject } from '#openapi/document/json.ts';
import { changeRequests, changeResponses, intercept } from '../define-defect.ts';
import { changeBody, changeEntities, changePage, codeOf } from '../edit-message.ts';
import type { Mutant } from '../mutant.ts';

/** Mutants of API keys and their rotations. */
export const apiKeyMutants: readonly Mutant[] = [
  {
    name: 'key-shown-in-full',
    description: 'API keys are shown without hiding a part',
    breaks: ['api-keys'],
    start: changeResponses('GET /api-keys/*', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, key: `pdl_sdbx_${entity['id']}` })),
    ),
  },
  {
    name: 'own-key-missing',
    description: 'API keys are listed without the oldest one',
    breaks: ['api-keys'],
    start: changeResponses('GET /api-keys', (answer) => changePage(answer, (keys) => keys.slice(0, 1))),
  },
  {
    name: 'exposed-key-stays-active',
    description: 'an API key that is revoked is shown as active',
    breaks: ['api-key-exposures'],
    profile: 'official',
    start: changeResponses('GET /api-keys/*', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, status: 'active' })),
    ),
  },
  {
    name: 'payout-without-reference',
    description: 'a payout that is paid has no reference',
    breaks: ['payouts'],
    profile: 'official',
    start: changeResponses('GET /events', (answer) =>
      changeEntities(answer, (event) => {
        const { data } = event;
        return isObject(data) && data['status'] === 'paid'
          ? { ...event, data: { ...data, remittance_reference: null } }
          : event;
      }),
    ),
  },
  {
    name: 'grace-period-ignored',
    description: 'the old secret of an API key ends at once',
    breaks: ['api-key-rotations'],
    start: changeRequests('POST /api-keys/*/rotations', (request) =>
      changeBody(request, ({ grace_period_seconds: seconds, ...body }) => ({
        ...body,
        ...(seconds !== undefined && {
          grace_period_seconds: typeof seconds === 'number' && seconds <= 86_400 ? 0 : seconds,
        }),
      })),
    ),
  },
  {
    name: 'rotation-stays-pending',
    description: 'a rotation is pending for ever',
    breaks: ['api-key-rotations'],
    start: changeResponses('GET /api-keys/*/rotations/*', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, status: 'pending' })),
    ),
  },
  {
    name: 'rotation-refused-409',
    description: 'a key that is not rotatable is refused with 409',
    breaks: ['api-key-rotations'],
    start: intercept('POST /api-keys/*/rotations', async (request, forward) => {
      const answer = await forward(request);
      return codeOf(answer) === 'api_key_cannot_be_rotated' ? { ...answer, status: 409 } : answer;
    }),
  },
];
