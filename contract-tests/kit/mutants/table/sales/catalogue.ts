import { isObject } from '#openapi/document/json.ts';
import { changeRequests, changeResponses } from '../../define-defect.ts';
import { changeBody, changeEntities, changeQuery, codeOf, without } from '../../edit-message.ts';
import type { Mutant } from '../../mutant.ts';

/** Mutants of prices, discounts and discount groups. */
export const catalogueMutants: readonly Mutant[] = [
  {
    name: 'price-tax-mode-lost',
    description: 'a price is created with the tax mode of the account, whatever was sent',
    breaks: ['prices'],
    start: changeRequests('POST /prices', (request) => changeBody(request, (body) => without(body, 'tax_mode'))),
  },
  {
    name: 'price-trial-always-with-card',
    description: 'every trial requires a payment method',
    breaks: ['price-trials', 'prices'],
    start: changeResponses('* /prices**', (answer) =>
      changeEntities(answer, ({ trial_period, ...entity }) => ({
        ...entity,
        trial_period: isObject(trial_period)
          ? { ...trial_period, requires_payment_method: true }
          : (trial_period ?? null),
      })),
    ),
  },
  {
    name: 'price-duplicate-override-accepted',
    description: 'overrides are dropped when a price is created, so that none can be a duplicate',
    breaks: ['price-terms'],
    start: changeRequests('POST /prices', (request) =>
      changeBody(request, (body) => without(body, 'unit_price_overrides')),
    ),
  },
  {
    name: 'price-recurring-filter-ignored',
    description: 'prices are not narrowed to recurring ones',
    breaks: ['price-lists'],
    start: changeRequests('GET /prices', (request) => changeQuery(request, (query) => query.delete('recurring'))),
  },
  {
    name: 'price-product-filter-ignored',
    description: 'prices are not narrowed by their product',
    breaks: ['price-lists'],
    start: changeRequests('GET /prices', (request) => changeQuery(request, (query) => query.delete('product_id'))),
  },
  {
    name: 'price-order-ignored',
    description: 'prices are listed newest first, whatever order is asked for',
    breaks: ['price-lists'],
    start: changeRequests('GET /prices', (request) => changeQuery(request, (query) => query.delete('order_by'))),
  },
  {
    name: 'price-product-not-included',
    description: 'a price does not include its product',
    breaks: ['price-lists'],
    start: changeRequests('GET /prices/*', (request) => changeQuery(request, (query) => query.delete('include'))),
  },
  {
    name: 'product-prices-not-included',
    description: 'a product does not include its prices',
    breaks: ['product-lists'],
    start: changeRequests('GET /products/*', (request) => changeQuery(request, (query) => query.delete('include'))),
  },
  {
    name: 'discount-for-checkout-by-default',
    description: 'a discount is enabled for checkout unless the request says otherwise',
    breaks: ['discounts', 'discount-codes'],
    start: changeRequests('POST /discounts', (request) =>
      changeBody(request, (body) => ({ enabled_for_checkout: true, ...body })),
    ),
  },
  {
    name: 'discounts-newest-first',
    description: 'discounts are listed newest first by default',
    breaks: ['discount-lists'],
    start: changeRequests('GET /discounts', (request) =>
      changeQuery(request, (query) => {
        if (!query.has('order_by')) query.set('order_by', 'id[DESC]');
      }),
    ),
  },
  {
    name: 'discount-code-lower-case',
    description: 'codes are shown in lower case',
    breaks: ['discount-codes'],
    start: changeResponses('* /discounts**', (answer) =>
      changeEntities(answer, ({ code, ...entity }) => ({
        ...entity,
        code: typeof code === 'string' ? code.toLowerCase() : (code ?? null),
      })),
    ),
  },
  {
    name: 'discount-code-conflict-400',
    description: 'a code that another discount has is refused with 400',
    breaks: ['discount-codes'],
    start: changeResponses('POST /discounts', (answer) =>
      codeOf(answer) === 'discount_code_conflict' ? { ...answer, status: 400 } : answer,
    ),
  },
  {
    name: 'discount-restriction-lost',
    description: 'a discount applies to all products, whatever it is restricted to',
    breaks: ['discount-references'],
    start: changeRequests('POST /discounts', (request) => changeBody(request, (body) => without(body, 'restrict_to'))),
  },
  {
    name: 'discount-never-expires',
    description: 'a discount is created without its date of expiry',
    breaks: ['discounts', 'discount-statuses'],
    start: changeRequests('POST /discounts', (request) => changeBody(request, (body) => without(body, 'expires_at'))),
  },
  {
    name: 'discount-group-name-twice',
    description: 'two discount groups can have the same name',
    breaks: ['discount-groups'],
    start: changeRequests('POST /discount-groups', (request) =>
      changeBody(request, (body) => ({ ...body, name: `${body['name']} ${crypto.randomUUID()}` })),
    ),
  },
];
