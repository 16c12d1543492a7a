import type { Contract, Operation } from '../../contract/document.ts';
import { createCustomer } from './arrange.ts';
import type { ExperimentContext } from './experiment-context.ts';

/** A list with pages. */
export type List = {
  /** Such as `customers`. */
  readonly name: string;
  /** Returns its path, after creating the customer that it belongs to, if any. */
  readonly arrange: (context: ExperimentContext) => Promise<string>;
  /** The operation that adds an entity to it, if there is one. */
  readonly creation: Operation | undefined;
};

/** Returns the lists of an account and of a customer, as the document has them. */
export function listsOf({ operations }: Contract): List[] {
  const paged = operations.filter(({ method, path, parameters }) => {
    const isOfCustomer = path.startsWith(ofCustomer);
    const isListed = method === 'GET' && parameters.some(({ name }) => name === 'per_page');
    return isListed && !path.slice(isOfCustomer ? ofCustomer.length : 0).includes('{');
  });
  return paged.map(({ path }) => ({
    name: path.slice(path.lastIndexOf('/') + 1),
    arrange: async (context) =>
      path.startsWith(ofCustomer) ? path.replace('{customer_id}', (await createCustomer(context)).id) : path,
    creation: operations.find((one) => one.method === 'POST' && one.path === path),
  }));
}

const ofCustomer = '/customers/{customer_id}/';
