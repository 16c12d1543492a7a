import {
  changeBody,
  changeEntities,
  changeError,
  jsonIn,
  withBody,
  withFreshRequestId,
  withHeader,
  without,
} from '../change.ts';
import { handles, misanswers, remembers } from '../defects.ts';
import type { Answered, Mutant } from '../mutant.ts';

/** What is wrong with every exchange, whatever it is about. */
export const exchangeMutants: readonly Mutant[] = [
  {
    name: 'drop-request-id-header',
    description: 'no answer has the header Request-Id',
    breaks: ['meta-request-id'],
    start: misanswers('* **', (answer) => withHeader(answer, 'request-id', null)),
  },
  {
    name: 'drop-meta-request-id',
    description: 'the body does not say the request ID',
    breaks: ['meta-request-id'],
    start: misanswers('* **', (answer) => changeBody(answer, (body) => (body['data'] ? { ...body, meta: {} } : body))),
  },
  {
    name: 'same-request-id',
    description: 'every answer has the request ID of the first one',
    breaks: ['meta-request-id'],
    start: remembers('* **', () => {
      let first: string | undefined;
      return async (request, sendOn) => {
        const answer = await sendOn(request);
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
    start: misanswers('* **', (answer) => withHeader(answer, 'request-id', crypto.randomUUID())),
  },
  {
    name: 'json-as-text',
    description: 'answers are not declared as JSON',
    breaks: ['meta-request-id'],
    start: misanswers('* **', (answer) => withHeader(answer, 'content-type', 'text/plain')),
  },
  {
    name: 'undocumented-field',
    description: 'customers have a field that nobody documents',
    breaks: ['customers'],
    start: misanswers('* /customers/*', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, object: 'customer' })),
    ),
  },
  {
    name: 'null-fields-left-out',
    description: 'fields that are null are missing',
    breaks: ['customers'],
    start: misanswers('GET /customers/*', (answer) =>
      changeEntities(answer, (entity) =>
        without(entity, ...Object.keys(entity).filter((name) => entity[name] === null)),
      ),
    ),
  },
  {
    name: 'entity-without-envelope',
    description: 'an entity is answered as it is, not in data',
    breaks: ['customers'],
    start: misanswers('GET /customers/*', (answer) =>
      withBody(answer, jsonIn(answer)?.['data'] ?? jsonIn(answer) ?? null),
    ),
  },
  {
    name: 'create-answers-200',
    description: 'creating answers 200',
    breaks: ['create-status-code'],
    start: misanswers('POST **', (answer) => (answer.status === 201 ? { ...answer, status: 200 } : answer)),
  },
  {
    name: 'missing-answers-400',
    description: 'what does not exist is a bad request',
    breaks: ['get-404'],
    start: misanswers('GET **', (answer) => (answer.status === 404 ? { ...answer, status: 400 } : answer)),
  },
  {
    name: 'missing-is-server-error',
    description: 'what does not exist makes the server fail',
    breaks: ['get-404'],
    start: misanswers('GET /customers/*', (answer) => (answer.status === 404 ? { ...answer, status: 500 } : answer)),
  },
  {
    name: 'not-found-without-id',
    description: 'a refusal does not say which ID was not found',
    breaks: ['get-404'],
    start: misanswers('GET **', (answer) =>
      answer.status === 404 ? changeError(answer, (error) => ({ ...error, detail: 'Entity not found.' })) : answer,
    ),
  },
  {
    name: 'error-without-link',
    description: 'refusals do not link to their documentation',
    breaks: ['get-404'],
    start: misanswers('* **', (answer) => changeError(answer, (error) => without(error, 'documentation_url'))),
  },
  {
    name: 'error-code-of-its-own',
    description: 'what does not exist has a code that nobody documents',
    breaks: ['get-404'],
    start: misanswers('GET **', (answer) =>
      changeError(answer, (error) => (error['code'] === 'not_found' ? { ...error, code: 'entity_missing' } : error)),
    ),
  },
  {
    name: 'error-as-text',
    description: 'refusals are plain text',
    breaks: ['get-404'],
    start: misanswers('* **', (answer) =>
      answer.status < 400
        ? answer
        : { ...withHeader(answer, 'content-type', 'text/plain'), body: Buffer.from('Refused') },
    ),
  },
  {
    name: 'faults-not-listed',
    description: 'a refused body is not told which field is wrong',
    breaks: ['customers', 'errors'],
    start: misanswers('* **', (answer) => changeError(answer, (error) => without(error, 'errors'))),
  },
  {
    name: 'only-first-fault-listed',
    description: 'of several faults only the first is named',
    breaks: ['errors'],
    start: misanswers('* **', (answer) =>
      changeError(answer, (error) => {
        const { errors } = error;
        return Array.isArray(errors) ? { ...error, errors: errors.slice(0, 1) } : error;
      }),
    ),
  },
  {
    name: 'wrong-method-not-found',
    description: 'a method that a path does not have is not found',
    breaks: ['errors'],
    start: misanswers('* **', (answer) =>
      answer.status === 405
        ? { ...changeError(answer, (error) => ({ ...error, code: 'invalid_url' })), status: 404 }
        : answer,
    ),
  },
  {
    name: 'version-prefix-accepted',
    description: 'paths may begin with /v1',
    breaks: ['errors'],
    start: handles('* /v1/**', (request, sendOn) =>
      sendOn({ ...request, url: new URL(request.url.href.replace('/v1/', '/')) }),
    ),
  },
  {
    name: 'idempotency-key-honoured',
    description: 'a second request with the same Idempotency-Key is answered as the first, and does nothing',
    breaks: ['idempotency-keys'],
    start: remembers('POST **', () => {
      const answers = new Map<string, Answered>();
      return async (request, sendOn) => {
        const key = request.headers.get('idempotency-key');
        if (key === null) return sendOn(request);
        const answer = answers.get(key) ?? (await sendOn(request));
        answers.set(key, answer);
        return withFreshRequestId(answer);
      };
    }),
  },
];
