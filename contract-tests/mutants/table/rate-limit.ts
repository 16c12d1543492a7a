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
    description: 'who sends too much is not told when to come back',
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
    description: 'too many requests are answered with 503',
    breaks: ['rate-limit-429'],
    start: misrefuses((answer) => ({ ...answer, status: 503 })),
  },
  {
    name: 'rate-limit-other-code',
    description: 'too many requests have a code of something else',
    breaks: ['rate-limit-429'],
    start: misrefuses((answer) => changeError(answer, (error) => ({ ...error, code: 'forbidden' }))),
  },
  {
    name: 'rate-limit-headers-missing',
    description: 'who sends too much is not told how much may be sent',
    breaks: ['rate-limit-x-headers'],
    profile: 'guide',
    start: misrefuses((answer) => withHeader(answer, 'x-ratelimit-limit', null)),
  },
  {
    name: 'rate-limit-headers-sent',
    description: 'who sends too much is told how much may be sent',
    breaks: ['rate-limit-x-headers'],
    profile: 'official',
    start: misrefuses((answer) => withHeader(answer, 'x-ratelimit-limit', '240')),
  },
  {
    name: 'rate-limit-never',
    description: 'any number of requests is answered',
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
