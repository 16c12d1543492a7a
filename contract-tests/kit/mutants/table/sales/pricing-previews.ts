import { isObject, type JsonObject } from '#openapi/document/json.ts';
import { changeRequests, changeResponses } from '../../define-defect.ts';
import { changeBody, changeEntities, without } from '../../edit-message.ts';
import type { Mutant } from '../../mutant.ts';

/** Mutants of pricing previews. */
export const pricingPreviewMutants: readonly Mutant[] = [
  {
    name: 'pricing-preview-address-ignored',
    description: 'a pricing preview ignores the country and postal code',
    breaks: ['pricing-preview'],
    start: asking((body) => without(body, 'address')),
  },
  {
    name: 'pricing-preview-postal-code-ignored',
    description: 'a pricing preview ignores the postal code',
    breaks: ['pricing-preview', 'money-lines'],
    start: asking((body) =>
      isObject(body['address']) ? { ...body, address: without(body['address'], 'postal_code') } : body,
    ),
  },
  {
    name: 'pricing-preview-ip-ignored',
    description: 'a pricing preview ignores the IP address',
    breaks: ['pricing-preview'],
    start: asking((body) => without(body, 'customer_ip_address')),
  },
  {
    name: 'pricing-preview-business-ignored',
    description: 'a pricing preview charges tax in spite of a tax identifier',
    breaks: ['pricing-preview'],
    start: asking((body) => without(body, 'business_id')),
  },
  {
    name: 'pricing-preview-currency-ignored',
    description: 'a pricing preview converts nothing',
    breaks: ['pricing-preview', 'money-currencies'],
    start: asking((body) => without(body, 'currency_code')),
  },
  {
    name: 'pricing-preview-discount-ignored',
    description: 'a pricing preview has no discount',
    breaks: ['pricing-preview'],
    start: asking((body) => without(body, 'discount_id')),
  },
  {
    name: 'pricing-preview-discount-hidden',
    description: 'a pricing preview does not show its discount',
    breaks: ['pricing-preview'],
    start: showing((line) => ({ ...line, discounts: [] })),
  },
  {
    name: 'formatted-without-thousands',
    description: 'formatted amounts have no commas',
    breaks: ['pricing-preview'],
    start: formatting((text) => text.replaceAll(',', '')),
  },
  {
    name: 'formatted-without-currency',
    description: 'formatted amounts have no currency',
    breaks: ['pricing-preview'],
    start: formatting((text) => text.replace(/^\D+/, '')),
  },
  {
    name: 'formatted-currency-last',
    description: 'the currency of formatted amounts comes last',
    breaks: ['pricing-preview'],
    start: formatting((text) => text.replace(/^(\D+)(.+)$/, '$2 $1')),
  },
  {
    name: 'pricing-preview-price-converted',
    description: 'the price of a pricing preview is in the currency of the preview',
    breaks: ['money-currencies'],
    start: changeResponses('POST /pricing-preview', (answer) =>
      changeEntities(answer, (entity) =>
        linesOf(entity, (line) =>
          isObject(line['price']) && isObject(line['price']['unit_price'])
            ? {
                ...line,
                price: {
                  ...line['price'],
                  unit_price: { ...line['price']['unit_price'], currency_code: entity['currency_code'] ?? null },
                },
              }
            : line,
        ),
      ),
    ),
  },
];

/** Changes requests for pricing previews. */
function asking(change: (body: JsonObject) => JsonObject): Mutant['start'] {
  return changeRequests('POST /pricing-preview', (request) => changeBody(request, change));
}

/** Changes the lines of pricing previews. */
function showing(change: (line: JsonObject) => JsonObject): Mutant['start'] {
  return changeResponses('POST /pricing-preview', (answer) =>
    changeEntities(answer, (entity) => linesOf(entity, change)),
  );
}

function linesOf(entity: JsonObject, change: (line: JsonObject) => JsonObject): JsonObject {
  const { details } = entity;
  if (!isObject(details) || !Array.isArray(details['line_items'])) return entity;
  return { ...entity, details: { ...details, line_items: details['line_items'].filter(isObject).map(change) } };
}

/** Changes formatted amounts. */
function formatting(change: (text: string) => string): Mutant['start'] {
  return showing((line) => ({
    ...line,
    ...changed(line, 'formatted_totals'),
    ...changed(line, 'formatted_unit_totals'),
  }));

  function changed(line: JsonObject, name: string): JsonObject {
    const texts = line[name];
    if (!isObject(texts)) return {};
    return { [name]: Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, change(String(text))])) };
  }
}
