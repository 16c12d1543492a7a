import { readDocument } from '#openapi/document/read.ts';
import { objectAt } from '#openapi/document/refs.ts';
import { unknownId } from './arrange.ts';

/** Fills the parameters of a path with well-formed IDs of no entity. */
export function fillWithUnknownIds(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => unknownIdFor(name));
}

/** A well-formed ID, for a parameter of a path such as `customer_id`, that nothing has. */
function unknownIdFor(parameter: string): string {
  const schema = objectAt(readDocument('guide'), `#/components/schemas/${parameter.replaceAll('_', '-')}`);
  const [, prefix = ''] = /^\^([a-z]+)_/.exec(String(schema['pattern'])) ?? [];
  return unknownId(prefix);
}
