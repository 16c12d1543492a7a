import { changeError, withFreshRequestId, withHeader } from '../change.ts';
import { handles, misanswers, remembers } from '../defects.ts';
import type { Answered, Mutant } from '../mutant.ts';

const everything = '* **';

/** A defect of the refusals of too many requests. */
function misrefuses(change: (answer: Answered) => Answered) {
  return misanswers(everything, (answer) => (answer.status === 429 ? change(answer) : answer));
}

/** What is wrong with the limit of requests. */
export const rateLimitMutants: readonly Mutant[] = [
  {
    name: 'drop-retry-after',
    description: '429 responses lack Retry-After',
    breaks: ['rate-limit-retry-after'],
    start: misrefuses((answer) => withHeader(answer, 'retry-after', null)),
  },
  {
    name: 'retry-after-in-milliseconds',
    description: 'Retry-After is in milliseconds',
    breaks: ['rate-limit-retry-after'],
    start: misrefuses((answer) => withHeader(answer, 'retry-after', `${answer.headers.get('retry-after')}000`)),
  },
  {
    name: 'retry-after-as-date',
    description: 'Retry-After is a date',
    breaks: ['rate-limit-retry-after'],
    start: misrefuses((answer) => withHeader(answer, 'retry-after', 'Wed, 01 Jul 2026 00:00:00 GMT')),
  },
  {
    name: 'rate-limit-answers-503',
    description: 'too many requests give 503',
    breaks: ['rate-limit-429'],
    start: misrefuses((answer) => ({ ...answer, status: 503 })),
  },
  {
    name: 'rate-limit-other-code',
    description: 'too many requests give another error code',
    breaks: ['rate-limit-429'],
    start: misrefuses((answer) => changeError(answer, (error) => ({ ...error, code: 'forbidden' }))),
  },
  {
    name: 'rate-limit-headers-missing',
    description: '429 responses lack X-RateLimit-Limit',
    breaks: ['rate-limit-x-headers'],
    profile: 'guide',
    start: misrefuses((answer) => withHeader(answer, 'x-ratelimit-limit', null)),
  },
  {
    name: 'rate-limit-headers-sent',
    description: '429 responses have X-RateLimit-Limit',
    breaks: ['rate-limit-x-headers'],
    profile: 'official',
    start: misrefuses((answer) => withHeader(answer, 'x-ratelimit-limit', '240')),
  },
  {
    name: 'rate-limit-never',
    description: 'there is no rate limit',
    breaks: ['rate-limit-429'],
    start: remembers('GET /event-types', () => {
      let good: Answered | undefined;
      return async (request, sendOn) => {
        if (good) return withFreshRequestId(good);
        const answer = await sendOn(request);
        if (answer.status === 200) good = answer;
        return answer;
      };
    }),
  },
  {
    name: 'rate-limit-half',
    description: 'each request counts as two',
    breaks: ['rate-limit-100-per-second'],
    start: handles('GET /event-types', async (request, sendOn) => {
      await sendOn(request);
      return sendOn(request);
    }),
  },
];
