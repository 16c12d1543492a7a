import { changeRequests, changeResponses, interceptWithState } from '../define-defect.ts';
import { codeOf, entitiesIn, withFreshRequestId, withHeader } from '../edit-message.ts';
import type { Interceptor, Mutant, ProxiedResponse } from '../mutant.ts';

/** Retries requests refused with this code, using the last accepted key. */
function retryWithGoodKey(code: string): () => Interceptor {
  return () => {
    let good: string | null = null;
    return async (request, forward) => {
      const answer = await forward(request);
      if (codeOf(answer) === code && good) return forward(withHeader(request, 'authorization', good));
      if (answer.status < 400) good = request.headers.get('authorization') ?? good;
      return answer;
    };
  };
}

/** Mutants of API keys. */
export const authenticationMutants: readonly Mutant[] = [
  {
    name: 'key-not-needed',
    description: 'requests without a key succeed',
    breaks: ['auth-bearer'],
    start: changeRequests('* **', (request) =>
      request.headers.has('authorization')
        ? request
        : withHeader(request, 'authorization', `Bearer pdl_sdbx_apikey_${'1'.repeat(26)}_${'1'.repeat(22)}_111`),
    ),
  },
  {
    name: 'unauthenticated-answers-401',
    description: 'a missing key gives 401',
    breaks: ['auth-bearer'],
    start: changeResponses('* **', (answer) => (answer.status === 403 ? { ...answer, status: 401 } : answer)),
  },
  {
    name: 'scheme-case-sensitive',
    description: 'the scheme Bearer is case-sensitive',
    breaks: ['auth-bearer'],
    start: changeRequests('* **', (request) =>
      request.headers.get('authorization')?.startsWith('Bearer') === false
        ? withHeader(request, 'authorization', 'Basic key')
        : request,
    ),
  },
  {
    name: 'basic-authentication-accepted',
    description: 'a key is accepted with the scheme Basic',
    breaks: ['auth-bearer'],
    start: changeRequests('* **', (request) => {
      const key = request.headers.get('authorization') ?? '';
      return key.startsWith('Basic ') ? withHeader(request, 'authorization', key.replace('Basic', 'Bearer')) : request;
    }),
  },
  {
    name: 'live-key-accepted',
    description: 'a live key is accepted',
    breaks: ['env-keys-not-interchangeable'],
    start: changeRequests('* **', (request) => {
      const key = request.headers.get('authorization') ?? '';
      return key.includes('pdl_live_')
        ? withHeader(request, 'authorization', key.replace('_live_', '_sdbx_'))
        : request;
    }),
  },
  {
    name: 'permissions-ignored',
    description: 'permissions of keys are ignored',
    breaks: ['key-types-default-restricted', 'no-scopes'],
    start: interceptWithState('* **', retryWithGoodKey('forbidden')),
  },
  {
    name: 'expired-key-accepted',
    description: 'an expired key is still accepted',
    breaks: ['key-expiry'],
    start: interceptWithState('* **', () => {
      const answers = new Map<string, ProxiedResponse>();
      return async (request, forward) => {
        const name = `${request.headers.get('authorization')} ${request.method} ${request.url}`;
        const answer = await forward(request);
        const before = answers.get(name);
        if (codeOf(answer) === 'invalid_token' && before) return withFreshRequestId(before);
        if (answer.status === 200) answers.set(name, answer);
        return answer;
      };
    }),
  },
  {
    name: 'accounts-shared',
    description: 'accounts share their data',
    breaks: ['env-keys-not-interchangeable'],
    start: interceptWithState('* /customers**', () => {
      const owners = new Map<string, string>();
      return async (request, forward) => {
        const answer = await forward(request);
        const owner = owners.get(request.url.pathname.split('/')[2] ?? '');
        if (answer.status === 404 && owner) return forward(withHeader(request, 'authorization', owner));
        const [made] = request.method === 'POST' ? entitiesIn(answer) : [];
        if (made) owners.set(String(made['id']), request.headers.get('authorization') ?? '');
        return answer;
      };
    }),
  },
];
