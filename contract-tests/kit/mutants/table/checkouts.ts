import { isObject } from '#openapi/document/json.ts';
import { changeRequests, changeResponses, intercept, interceptWithState } from '../define-defect.ts';
import { changeBody, changeEntities, jsonIn, withHeader, without } from '../edit-message.ts';
import type { Mutant, ProxiedResponse } from '../mutant.ts';

const root = '/_paddock/checkout';

/** Mutants of what Paddle.js and the checkout call, and of the portal's forms. */
export const checkoutMutants: readonly Mutant[] = [
  {
    name: 'checkout-token-stays-valid',
    description: 'previews of Paddle.js take a client-side token that was revoked',
    breaks: ['checkout-client-tokens'],
    start: interceptWithState(`POST ${root}/pricing-preview`, () => {
      const answers = new Map<string | null, ProxiedResponse>();
      return async (request, forward) => {
        const token = request.headers.get('paddle-clienttoken');
        const answer = answers.get(token) ?? (await forward(request));
        if (answer.status === 200) answers.set(token, answer);
        return answer;
      };
    }),
  },
  {
    name: 'checkout-preview-of-one',
    description: 'a preview of Paddle.js computes one of each item',
    breaks: ['checkout-client-tokens'],
    start: changeRequests(`POST ${root}/transaction-preview`, (request) =>
      changeBody(request, (body) => ({
        ...body,
        items: Array.isArray(body['items'])
          ? body['items'].map((item) => (isObject(item) ? { ...item, quantity: 1 } : item))
          : [],
      })),
    ),
  },
  {
    name: 'checkout-without-custom-data',
    description: 'a checkout loses the custom data of the shop',
    breaks: ['checkout-purchase'],
    start: changeRequests(`POST ${root}/open`, (request) =>
      changeBody(request, (body) => without(body, 'custom_data')),
    ),
  },
  {
    name: 'checkout-declined-card-pays',
    description: 'a declined card pays at a checkout',
    breaks: ['checkout-purchase'],
    start: changeRequests(`POST ${root}/transactions/*/pay`, (request) =>
      changeBody(request, (body) => ({ ...body, card: '4242 4242 4242 4242' })),
    ),
  },
  {
    name: 'checkout-forgets-buyers',
    description: 'a checkout makes another customer for an email address that is known',
    breaks: ['checkout-buyers'],
    start: interceptWithState(`POST ${root}/open`, () => {
      let count = 0;
      return (request, forward) => {
        const customer = jsonIn(request)?.['customer'];
        if (!isObject(customer)) return forward(request);
        count += 1;
        return forward(changeBody(request, (body) => ({ ...body, customer: { email: `other.${count}@example.com` } })));
      };
    }),
  },
  {
    name: 'checkout-without-warnings',
    description: 'a checkout does not say what it left out of a prefill',
    breaks: ['checkout-warnings'],
    start: changeResponses(`POST ${root}/open`, (answer) =>
      changeEntities(answer, (opened) => ({ ...opened, warnings: [] })),
    ),
  },
  {
    name: 'portal-form-does-nothing',
    description: 'a form of the portal confirms a cancellation that does not happen',
    breaks: ['portal-forms'],
    start: intercept('POST /customer-portal/**', async (request, forward) => {
      const answer = await forward({ ...request, url: new URL(`${request.url.href}x`) });
      return { ...answer, status: 303 };
    }),
  },
  {
    name: 'portal-form-of-any-site',
    description: 'a form of the portal is taken from another site',
    breaks: ['portal-forms'],
    start: changeRequests('POST /customer-portal/**', (request) => withHeader(request, 'origin', null)),
  },
];
