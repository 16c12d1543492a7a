import { changeResponses, intercept, interceptWithState } from '../define-defect.ts';
import {
  changeBody,
  changeEntities,
  changeError,
  jsonIn,
  withBody,
  withFreshRequestId,
  withHeader,
  without,
} from '../edit-message.ts';
import type { Mutant, ProxiedResponse } from '../mutant.ts';

/** Mutants that affect responses of all operations. */
export const exchangeMutants: readonly Mutant[] = [
  {
    name: 'drop-request-id-header',
    description: 'responses lack the header Request-Id',
    breaks: ['meta-request-id'],
    start: changeResponses('* **', (answer) => withHeader(answer, 'request-id', null)),
  },
  {
    name: 'drop-meta-request-id',
    description: 'responses lack meta.request_id',
    breaks: ['meta-request-id'],
    start: changeResponses('* **', (answer) =>
      changeBody(answer, (body) => (body['data'] ? { ...body, meta: {} } : body)),
    ),
  },
  {
    name: 'same-request-id',
    description: 'all responses have the same request ID',
    breaks: ['meta-request-id'],
    start: interceptWithState('* **', () => {
      let first: string | undefined;
      return async (request, forward) => {
        const answer = await forward(request);
        const id = answer.headers.get('request-id') ?? '';
        first ??= id;
        const text = answer.body.toString().replaceAll(id, first);
        return { ...withHeader(answer, 'request-id', first), body: Buffer.from(text) };
      };
    }),
  },
  {
    name: 'request-id-of-another',
    description: 'header and body have different request IDs',
    breaks: ['meta-request-id'],
    start: changeResponses('* **', (answer) => withHeader(answer, 'request-id', crypto.randomUUID())),
  },
  {
    name: 'json-as-text',
    description: 'responses do not have the content type of JSON',
    breaks: ['meta-request-id'],
    start: changeResponses('* **', (answer) => withHeader(answer, 'content-type', 'text/plain')),
  },
  {
    name: 'undocumented-field',
    description: 'customers have an undocumented field',
    breaks: ['customers'],
    start: changeResponses('* /customers/*', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, object: 'customer' })),
    ),
  },
  {
    name: 'null-fields-left-out',
    description: 'null fields are left out',
    breaks: ['customers'],
    start: changeResponses('GET /customers/*', (answer) =>
      changeEntities(answer, (entity) =>
        without(entity, ...Object.keys(entity).filter((name) => entity[name] === null)),
      ),
    ),
  },
  {
    name: 'entity-without-envelope',
    description: 'entities are not wrapped in data',
    breaks: ['customers'],
    start: changeResponses('GET /customers/*', (answer) =>
      withBody(answer, jsonIn(answer)?.['data'] ?? jsonIn(answer) ?? null),
    ),
  },
  {
    name: 'create-answers-200',
    description: 'creating returns 200',
    breaks: ['create-status-code'],
    start: changeResponses('POST **', (answer) => (answer.status === 201 ? { ...answer, status: 200 } : answer)),
  },
  {
    name: 'missing-answers-400',
    description: 'an unknown ID gives 400',
    breaks: ['get-404'],
    start: changeResponses('GET **', (answer) => (answer.status === 404 ? { ...answer, status: 400 } : answer)),
  },
  {
    name: 'missing-is-server-error',
    description: 'an unknown ID gives 500',
    breaks: ['get-404'],
    start: changeResponses('GET /customers/*', (answer) =>
      answer.status === 404 ? { ...answer, status: 500 } : answer,
    ),
  },
  {
    name: 'not-found-without-id',
    description: 'errors do not name the ID that was not found',
    breaks: ['get-404'],
    start: changeResponses('GET **', (answer) =>
      answer.status === 404 ? changeError(answer, (error) => ({ ...error, detail: 'Entity not found.' })) : answer,
    ),
  },
  {
    name: 'error-without-link',
    description: 'errors lack documentation_url',
    breaks: ['get-404'],
    start: changeResponses('* **', (answer) => changeError(answer, (error) => without(error, 'documentation_url'))),
  },
  {
    name: 'error-code-of-its-own',
    description: 'an unknown ID gives an undocumented error code',
    breaks: ['get-404'],
    start: changeResponses('GET **', (answer) =>
      changeError(answer, (error) => (error['code'] === 'not_found' ? { ...error, code: 'entity_missing' } : error)),
    ),
  },
  {
    name: 'error-as-text',
    description: 'errors are plain text',
    breaks: ['get-404'],
    start: changeResponses('* **', (answer) =>
      answer.status < 400
        ? answer
        : { ...withHeader(answer, 'content-type', 'text/plain'), body: Buffer.from('Refused') },
    ),
  },
  {
    name: 'faults-not-listed',
    description: 'errors do not say which field is wrong',
    breaks: ['customers', 'errors'],
    start: changeResponses('* **', (answer) => changeError(answer, (error) => without(error, 'errors'))),
  },
  {
    name: 'only-first-fault-listed',
    description: 'errors list only the first invalid field',
    breaks: ['errors'],
    start: changeResponses('* **', (answer) =>
      changeError(answer, (error) => {
        const { errors } = error;
        return Array.isArray(errors) ? { ...error, errors: errors.slice(0, 1) } : error;
      }),
    ),
  },
  {
    name: 'wrong-method-not-found',
    description: 'a wrong method gives 404',
    breaks: ['errors'],
    start: changeResponses('* **', (answer) =>
      answer.status === 405
        ? { ...changeError(answer, (error) => ({ ...error, code: 'invalid_url' })), status: 404 }
        : answer,
    ),
  },
  {
    name: 'version-prefix-accepted',
    description: 'paths that begin with /v1 are accepted',
    breaks: ['errors'],
    start: intercept('* /v1/**', (request, forward) =>
      forward({ ...request, url: new URL(request.url.href.replace('/v1/', '/')) }),
    ),
  },
  {
    name: 'idempotency-key-honoured',
    description: 'Idempotency-Key is honoured',
    breaks: ['idempotency-keys'],
    start: interceptWithState('POST **', () => {
      const answers = new Map<string, ProxiedResponse>();
      return async (request, forward) => {
        const key = request.headers.get('idempotency-key');
        if (key === null) return forward(request);
        const answer = answers.get(key) ?? (await forward(request));
        answers.set(key, answer);
        return withFreshRequestId(answer);
      };
    }),
  },
];
