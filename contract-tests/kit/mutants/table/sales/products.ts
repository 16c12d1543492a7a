import { changeRequests, changeResponses } from '../../define-defect.ts';
import { changeBody, changeEntities, changeQuery, without } from '../../edit-message.ts';
import type { Mutant } from '../../mutant.ts';

/** Mutants of products. */
export const productMutants: readonly Mutant[] = [
  {
    name: 'product-type-custom',
    description: 'a product is created with another type than the default',
    breaks: ['products'],
    start: changeRequests('POST /products', (request) => changeBody(request, (body) => ({ type: 'custom', ...body }))),
  },
  {
    name: 'product-description-lost',
    description: 'a product loses its description',
    breaks: ['products'],
    start: changeResponses('* /products**', (answer) =>
      changeEntities(answer, (entity) => ({ ...entity, description: null })),
    ),
  },
  {
    name: 'product-tax-category-filter-ignored',
    description: 'products are not narrowed by their tax category',
    breaks: ['product-lists'],
    start: changeRequests('GET /products', (request) => changeQuery(request, (query) => query.delete('tax_category'))),
  },
  {
    name: 'product-archiving-ignored',
    description: 'an update archives no product',
    breaks: ['product-archiving'],
    start: changeRequests('PATCH /products/*', (request) => changeBody(request, (body) => without(body, 'status'))),
  },
];
