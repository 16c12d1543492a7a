import { changeResponses, intercept, interceptWithState } from '../define-defect.ts';
import { changeError, withFreshRequestId, withHeader } from '../edit-message.ts';
import type { Mutant, ProxiedResponse } from '../mutant.ts';

const everything = '* **';

/** Defines a defect that changes 429 responses. */
function changeRefusals(change: (answer: ProxiedResponse) => ProxiedResponse) {
  return changeResponses(everything, (answer) => (answer.status === 429 ? change(answer) : answer));
}

/** Mutants of the rate limit. */
export const rateLimitMutants: readonly Mutant[] = [
  {
    name: 'drop-retry-after',
    description: '429 responses lack Retry-After',
    breaks: ['rate-limit-retry-after'],
    start: changeRefusals((answer) => withHeader(answer, 'retry-after', null)),
  },
  {
    name: 'retry-after-in-milliseconds',
    description: 'Retry-After is in milliseconds',
    breaks: ['rate-limit-retry-after'],
    start: changeRefusals((answer) => withHeader(answer, 'retry-after', `${answer.headers.get('retry-after')}000`)),
  },
  {
    name: 'retry-after-as-date',
    description: 'Retry-After is a date',
    breaks: ['rate-limit-retry-after'],
    start: changeRefusals((answer) => withHeader(answer, 'retry-after', 'Wed, 01 Jul 2026 00:00:00 GMT')),
  },
  {
    name: 'rate-limit-answers-503',
    description: 'too many requests give 503',
    breaks: ['rate-limit-429'],
    start: changeRefusals((answer) => ({ ...answer, status: 503 })),
  },
  {
    name: 'rate-limit-other-code',
    description: 'too many requests give another error code',
    breaks: ['rate-limit-429'],
    start: changeRefusals((answer) => changeError(answer, (error) => ({ ...error, code: 'forbidden' }))),
  },
  {
    name: 'rate-limit-headers-missing',
    description: '429 responses lack X-RateLimit-Limit',
    breaks: ['rate-limit-x-headers'],
    profile: 'guide',
    start: changeRefusals((answer) => withHeader(answer, 'x-ratelimit-limit', null)),
  },
  {
    name: 'rate-limit-headers-sent',
    description: '429 responses have X-RateLimit-Limit',
    breaks: ['rate-limit-x-headers'],
    profile: 'official',
    start: changeRefusals((answer) => withHeader(answer, 'x-ratelimit-limit', '240')),
  },
  {
    name: 'rate-limit-never',
    description: 'there is no rate limit',
    breaks: ['rate-limit-429'],
    start: interceptWithState('GET /event-types', () => {
      let good: ProxiedResponse | undefined;
      return async (request, forward) => {
        if (good) return withFreshRequestId(good);
        const answer = await forward(request);
        if (answer.status === 200) good = answer;
        return answer;
      };
    }),
  },
  {
    name: 'rate-limit-half',
    description: 'each request counts as two',
    breaks: ['rate-limit-100-per-second'],
    start: intercept('GET /event-types', async (request, forward) => {
      await forward(request);
      return forward(request);
    }),
  },
];
