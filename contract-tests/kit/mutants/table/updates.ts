import { setTimeout } from 'node:timers/promises';
import { isObject, type JsonObject } from '#openapi/document/json.ts';
import { changeRequests, changeResponses, intercept, interceptWithState } from '../define-defect.ts';
import {
  changeBody,
  changeEntities,
  entitiesIn,
  jsonIn,
  withBody,
  withFreshRequestId,
  without,
} from '../edit-message.ts';
import type { Forward, Interceptor, Mutant, ProxiedRequest, ProxiedResponse } from '../mutant.ts';

/** Milliseconds between reading and writing in the mutant that loses updates. */
const overlapMs = 5;

/** Reads the entity that a request changes. */
export async function readBefore(request: ProxiedRequest, forward: Forward): Promise<ProxiedResponse> {
  return forward({ ...request, method: 'GET', body: Buffer.alloc(0) });
}

/** Refuses the request, but stores its valid name. */
const writeValidPart: Interceptor = async (request, forward) => {
  const answer = await forward(request);
  const { name } = jsonIn(request) ?? {};
  if (answer.status === 400 && typeof name === 'string') await forward(withBody(request, { name }));
  return answer;
};

const mergeCustomData: Interceptor = async (request, forward) => {
  const [before = {}] = entitiesIn(await readBefore(request, forward));
  const old = before['custom_data'];
  return forward(
    changeBody(request, (body) => {
      const { custom_data } = body;
      return isObject(custom_data) && isObject(old) ? { ...body, custom_data: { ...old, ...custom_data } } : body;
    }),
  );
};

/** Answers the first read after a change with the entity as it was before. */
const readLate = (): Interceptor => {
  const seen = new Map<string, ProxiedResponse>();
  return async (request, forward) => {
    const name = `${request.headers.get('authorization')} ${request.url.pathname}`;
    if (request.method === 'PATCH') {
      seen.set(name, await readBefore(request, forward));
      return forward(request);
    }
    const stale = seen.get(name);
    seen.delete(name);
    return stale ? withFreshRequestId(stale) : forward(request);
  };
};

const dropNulls = (body: JsonObject) => without(body, ...Object.keys(body).filter((name) => body[name] === null));

/** Mutants of PATCH requests. */
export const updateMutants: readonly Mutant[] = [
  {
    name: 'patch-replaces',
    description: 'PATCH clears fields that are left out',
    breaks: ['patch-partial'],
    start: changeRequests('PATCH /customers/*', (request) =>
      changeBody(request, (body) => ({ name: null, custom_data: null, ...body })),
    ),
  },
  {
    name: 'patch-of-address-replaces',
    description: 'PATCH of an address clears fields that are left out',
    breaks: ['patch-partial'],
    start: changeRequests('PATCH /customers/*/addresses/*', (request) =>
      changeBody(request, (body) => ({ first_line: null, city: null, ...body })),
    ),
  },
  {
    name: 'patch-null-ignored',
    description: 'null in a PATCH is ignored',
    breaks: ['patch-partial'],
    start: changeRequests('PATCH **', (request) => changeBody(request, dropNulls)),
  },
  {
    name: 'patch-forgotten',
    description: 'PATCH returns success and changes nothing',
    breaks: ['patch-partial'],
    start: intercept('PATCH /customers/*', async (request, forward) =>
      changeEntities(await readBefore(request, forward), (entity) => ({ ...entity, ...jsonIn(request) })),
    ),
  },
  {
    name: 'patch-answers-what-was',
    description: 'PATCH returns the entity as it was before',
    breaks: ['patch-partial'],
    start: intercept('PATCH /customers/*', async (request, forward) => {
      const before = await readBefore(request, forward);
      const answer = await forward(request);
      return answer.status === 200 ? before : answer;
    }),
  },
  {
    name: 'empty-patch-refused',
    description: 'an empty PATCH is refused',
    breaks: ['patch-partial'],
    start: changeRequests('PATCH /customers/*', (request) =>
      changeBody(request, (body) => (Object.keys(body).length === 0 ? { nothing: true } : body)),
    ),
  },
  {
    name: 'partial-write-on-error',
    description: 'a refused PATCH stores its valid fields',
    breaks: ['patch-partial'],
    start: intercept('PATCH /customers/*', writeValidPart),
  },
  {
    name: 'concurrent-update-lost',
    description: 'concurrent PATCH requests overwrite each other',
    breaks: ['concurrency'],
    start: intercept('PATCH /customers/*', async (request, forward) => {
      const [before = {}] = entitiesIn(await readBefore(request, forward));
      const { name = null, locale = null, custom_data = null } = before;
      const read = { name, custom_data, ...(locale !== null && { locale }) };
      // Gives a concurrent request time to read the same state, however busy the machine is.
      await setTimeout(overlapMs);
      return forward(changeBody(request, (body) => ({ ...read, ...body })));
    }),
  },
  {
    name: 'updated-at-stands',
    description: 'updated_at never changes',
    breaks: ['created-at-format'],
    start: changeResponses('* /customers/*', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, updated_at: entity['created_at'] ?? null })),
    ),
  },
  {
    name: 'created-at-moves',
    description: 'created_at changes with each update',
    breaks: ['created-at-format'],
    start: changeResponses('* /customers/*', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, created_at: entity['updated_at'] ?? null })),
    ),
  },
  {
    name: 'times-with-offset',
    description: 'times end in +00:00',
    breaks: ['created-at-format'],
    start: changeResponses('* /customers', (answer) =>
      changeEntities(answer, (entity) => ({
        ...entity,
        created_at: String(entity['created_at']).replace('Z', '+00:00'),
      })),
    ),
  },
  {
    name: 'times-with-milliseconds',
    description: 'times always have milliseconds',
    breaks: ['created-at-format'],
    start: changeResponses('* /customers', (answer) =>
      changeEntities(answer, (entity) => ({
        ...entity,
        created_at: new Date(String(entity['created_at'])).toISOString(),
      })),
    ),
  },
  {
    name: 'custom-data-merged',
    description: 'PATCH merges custom_data instead of replacing it',
    breaks: ['custom-data'],
    start: intercept('PATCH /customers/*', mergeCustomData),
  },
  {
    name: 'custom-data-empty-ignored',
    description: '{} does not clear custom_data',
    breaks: ['custom-data-empty-object-clears'],
    start: changeRequests('PATCH /customers/*', (request) =>
      changeBody(request, (body) =>
        JSON.stringify(body['custom_data']) === '{}' ? without(body, 'custom_data') : body,
      ),
    ),
  },
  {
    name: 'custom-data-cleared',
    description: 'custom_data that is left out is cleared',
    breaks: ['custom-data'],
    start: changeRequests('PATCH /customers/*', (request) =>
      changeBody(request, (body) => ({ custom_data: null, ...body })),
    ),
  },
  {
    name: 'custom-data-numbers-as-text',
    description: 'numbers in custom_data become strings',
    breaks: ['custom-data-strings-only'],
    start: changeRequests('* **', (request) =>
      changeBody(request, (body) => {
        const { custom_data } = body;
        if (!isObject(custom_data)) return body;
        const texts = Object.entries(custom_data).map(([key, value]) => [
          key,
          typeof value === 'number' ? `${value}` : value,
        ]);
        return { ...body, custom_data: Object.fromEntries(texts) };
      }),
    ),
  },
  {
    name: 'custom-data-keys-dropped',
    description: 'only ten keys of custom_data are stored',
    breaks: ['custom-data-50-keys'],
    start: changeRequests('* **', (request) =>
      changeBody(request, (body) =>
        isObject(body['custom_data'])
          ? { ...body, custom_data: Object.fromEntries(Object.entries(body['custom_data']).slice(0, 10)) }
          : body,
      ),
    ),
  },
  {
    name: 'custom-data-51-keys-accepted',
    description: 'custom_data may have 51 keys',
    breaks: ['custom-data-50-keys'],
    profile: 'guide',
    start: changeRequests('* **', (request) =>
      changeBody(request, (body) =>
        isObject(body['custom_data'])
          ? { ...body, custom_data: Object.fromEntries(Object.entries(body['custom_data']).slice(0, 50)) }
          : body,
      ),
    ),
  },
  {
    name: 'read-back-late',
    description: 'the first read after a change returns the old customer',
    breaks: ['patch-partial'],
    start: interceptWithState('* /customers/*', readLate),
  },
];
