import { isObject } from '#openapi/document/json.ts';
import { changeRequests, changeResponses, interceptWithState } from '../define-defect.ts';
import { changeBody, changeEntities, codeOf } from '../edit-message.ts';
import type { Mutant } from '../mutant.ts';

/** Mutants of account settings. */
export const settingsMutants: readonly Mutant[] = [
  {
    name: 'settings-update-resets-others',
    description: 'an update of the features of checkouts resets those that are not sent',
    breaks: ['account-settings'],
    start: changeRequests('PATCH /settings/checkout-features', (request) =>
      changeBody(request, (body) => ({ discounts_enabled: true, audience_opt_in: 'never', ...body })),
    ),
  },
  {
    name: 'settings-update-not-stored',
    description: 'the style of overlay checkouts is returned as it was sent, but not stored',
    breaks: ['account-settings'],
    start: interceptWithState('PATCH /settings/checkout-styles-overlay', () => async (request, forward) => {
      let sent = {};
      const answer = await forward(
        changeBody(request, (body) => {
          sent = body;
          return {};
        }),
      );
      return answer.status === 200 ? changeEntities(answer, (entity) => ({ ...entity, ...sent })) : answer;
    }),
  },
  {
    name: 'descriptor-in-any-case',
    description: 'a statement descriptor is put in capital letters instead of refused',
    breaks: ['statement-descriptor'],
    start: changeRequests('PATCH /settings/statement-descriptor', (request) =>
      changeBody(request, ({ name, ...body }) => ({
        ...body,
        ...(name !== undefined && { name: typeof name === 'string' ? name.toUpperCase() : name }),
      })),
    ),
  },
  {
    name: 'preferred-currency-not-primary',
    description: 'the primary currency stays, whatever is preferred',
    breaks: ['balance-currency'],
    start: changeResponses('* /settings/balance-currency', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, primary: 'USD' })),
    ),
  },
  {
    name: 'unknown-payment-method-ignored',
    description: 'payment methods that do not exist are ignored instead of refused',
    breaks: ['checkout-payment-methods'],
    start: changeRequests('PATCH /settings/checkout-payment-methods', (request) =>
      changeBody(request, (body) => {
        const { payment_methods: methods } = body;
        if (!isObject(methods)) return body;
        const { cheque: _, ...others } = methods;
        return { ...body, payment_methods: others };
      }),
    ),
  },
  {
    name: 'transaction-without-payment-link',
    description: 'the default payment link cannot be removed',
    breaks: ['default-payment-link'],
    start: changeRequests('PATCH /settings/checkout-url', (request) =>
      changeBody(request, (body) =>
        body['default_url'] === null ? { default_url: 'https://shop.example.com' } : body,
      ),
    ),
  },
  {
    name: 'payment-link-conflict-409',
    description: 'a transaction without a default payment link is refused with 409',
    breaks: ['default-payment-link'],
    start: changeResponses('POST /transactions', (answer) =>
      codeOf(answer) === 'transaction_default_checkout_url_not_set' ? { ...answer, status: 409 } : answer,
    ),
  },
  {
    name: 'location-tax-mode-exclusive',
    description: 'the tax mode location is the same as exclusive',
    breaks: ['default-tax-mode'],
    start: changeRequests('PATCH /settings/tax', (request) =>
      changeBody(request, (body) =>
        body['default_tax_mode'] === 'location' ? { default_tax_mode: 'exclusive' } : body,
      ),
    ),
  },
  {
    name: 'conversion-always-enabled',
    description: 'currencies cannot be disabled',
    breaks: ['currency-conversions'],
    start: changeRequests('PATCH /settings/currency-conversions', (request) =>
      changeBody(request, (body) =>
        Object.fromEntries(
          Object.entries(body).map(([code, entry]) => [code, isObject(entry) ? { ...entry, enabled: true } : entry]),
        ),
      ),
    ),
  },
];
