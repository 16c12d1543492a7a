import { changeRequests, changeResponses, intercept, interceptWithState } from '../define-defect.ts';
import { changeBody, changeEntities, codeOf, entitiesIn, jsonIn, withBody, without } from '../edit-message.ts';
import type { Mutant } from '../mutant.ts';

const fields = ['email', 'name', 'locale', 'custom_data', 'marketing_consent', 'import_meta', 'status'];

/** Mutants of creating customers. */
export const customerMutants: readonly Mutant[] = [
  {
    name: 'email-optional',
    description: 'a customer may be created without an email address',
    breaks: ['customer-email-required'],
    start: changeRequests('POST /customers', (request) =>
      changeBody(request, (body) => ({ email: `${crypto.randomUUID()}@example.com`, ...body })),
    ),
  },
  {
    name: 'email-lowercased',
    description: 'email addresses are lowercased',
    breaks: ['customers'],
    start: changeRequests('POST /customers', (request) =>
      changeBody(request, (body) => ({ ...body, email: String(body['email']).toLowerCase() })),
    ),
  },
  {
    name: 'email-plus-refused',
    description: 'an email address with a plus is refused',
    breaks: ['customers', 'list-customers-email-exact'],
    start: changeRequests('POST /customers', (request) =>
      changeBody(request, (body) => (String(body['email']).includes('+') ? { ...body, email: 'plus' } : body)),
    ),
  },
  {
    name: 'bad-email-accepted',
    description: 'malformed email addresses are accepted',
    breaks: ['customer-email-required'],
    start: changeRequests('POST /customers', (request) =>
      changeBody(request, (body) =>
        String(body['email']).includes('@') ? body : { ...body, email: `${crypto.randomUUID()}@example.com` },
      ),
    ),
  },
  {
    name: 'duplicate-email-refused',
    description: 'a duplicate email address is refused',
    breaks: ['customer-email-uniqueness'],
    profile: 'guide',
    start: interceptWithState('POST /customers', () => {
      const emails = new Set<string>();
      return (request, forward) => {
        const email = `${request.headers.get('authorization')} ${jsonIn(request)?.['email']}`;
        const taken = emails.has(email);
        emails.add(email);
        return forward(taken ? withBody(request, {}) : request);
      };
    }),
  },
  {
    name: 'duplicate-email-accepted',
    description: 'a duplicate email address is accepted',
    breaks: ['customer-email-uniqueness'],
    profile: 'official',
    start: intercept('POST /customers', async (request, forward) => {
      const answer = await forward(request);
      if (answer.status !== 409) return answer;
      const email = `${crypto.randomUUID()}@example.com`;
      return forward(changeBody(request, (body) => ({ ...body, email })));
    }),
  },
  {
    name: 'conflict-without-id',
    description: 'the error for a duplicate email address does not name the existing customer',
    breaks: ['customer-email-uniqueness'],
    profile: 'official',
    start: changeResponses('* /customers', (answer) =>
      codeOf(answer) === 'customer_already_exists'
        ? { ...answer, body: Buffer.from(answer.body.toString().replace(/ of id \w+/, '')) }
        : answer,
    ),
  },
  {
    name: 'conflict-answers-400',
    description: 'a duplicate email address gives 400',
    breaks: ['customer-email-uniqueness'],
    profile: 'official',
    start: changeResponses('* **', (answer) => (answer.status === 409 ? { ...answer, status: 400 } : answer)),
  },
  {
    name: 'name-cut-off',
    description: 'names are truncated after 255 characters',
    breaks: ['customer-name-optional', 'customers'],
    start: changeRequests('* /customers', (request) =>
      changeBody(request, (body) =>
        typeof body['name'] === 'string' ? { ...body, name: body['name'].slice(0, 255) } : body,
      ),
    ),
  },
  {
    name: 'name-required',
    description: 'a customer without a name is refused',
    breaks: ['customer-name-optional'],
    start: changeRequests('POST /customers', (request) => changeBody(request, (body) => ({ name: 0, ...body }))),
  },
  {
    name: 'name-in-ascii',
    description: 'non-ASCII letters in names are replaced',
    breaks: ['customer-name-optional', 'customers'],
    start: changeResponses('* /customers/*', (answer) =>
      changeEntities(answer, (entity) =>
        typeof entity['name'] === 'string' ? { ...entity, name: entity['name'].replaceAll(/[^ -~]/gu, '?') } : entity,
      ),
    ),
  },
  {
    name: 'too-long-accepted',
    description: 'names of any length are accepted and truncated',
    breaks: ['customers'],
    start: changeRequests('POST /customers', (request) =>
      changeBody(request, (body) =>
        typeof body['name'] === 'string' ? { ...body, name: body['name'].slice(0, 1024) } : body,
      ),
    ),
  },
  {
    name: 'unknown-fields-ignored',
    description: 'unknown fields are not refused',
    breaks: ['customers'],
    start: changeRequests('* /customers', (request) =>
      changeBody(request, (body) => without(body, ...Object.keys(body).filter((name) => !fields.includes(name)))),
    ),
  },
  {
    name: 'status-on-creation-ignored',
    description: 'a status is accepted on creation',
    breaks: ['customer-status-enum'],
    start: changeRequests('POST /customers', (request) => changeBody(request, (body) => without(body, 'status'))),
  },
  {
    name: 'types-coerced',
    description: 'numbers are accepted where strings are required',
    breaks: ['errors'],
    start: changeRequests('POST /customers', (request) =>
      changeBody(request, (body) =>
        typeof body['name'] === 'number' ? { ...body, name: String(body['name']) } : body,
      ),
    ),
  },
  {
    name: 'locale-ignored',
    description: 'the locale is ignored',
    breaks: ['customer-locale'],
    start: changeRequests('* **', (request) =>
      changeBody(request, (body) => ('locale' in body ? { ...body, locale: 'en' } : body)),
    ),
  },
  {
    name: 'marketing-consent-lost',
    description: 'marketing_consent is not stored',
    breaks: ['customer-marketing-consent'],
    profile: 'guide',
    start: changeRequests('* **', (request) => changeBody(request, (body) => without(body, 'marketing_consent'))),
  },
  {
    name: 'import-meta-changeable',
    description: 'a change of import_meta is not refused',
    breaks: ['import-meta'],
    profile: 'guide',
    start: changeRequests('PATCH /customers/*', (request) =>
      changeBody(request, (body) => without(body, 'import_meta')),
    ),
  },
  {
    name: 'import-meta-ignored',
    description: 'import_meta is accepted and not stored',
    breaks: ['import-meta'],
    start: changeRequests('* /customers', (request) => changeBody(request, (body) => without(body, 'import_meta'))),
  },
  {
    name: 'ids-of-another-kind',
    description: 'IDs of customers begin with cus_',
    breaks: ['customer-id-prefix'],
    start: changeResponses('POST /customers', (answer) =>
      entitiesIn(answer).length > 0
        ? { ...answer, body: Buffer.from(answer.body.toString().replaceAll('ctm_', 'cus_')) }
        : answer,
    ),
  },
];
