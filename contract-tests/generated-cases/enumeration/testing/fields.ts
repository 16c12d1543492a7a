import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import { objectAt } from '#openapi/document/refs.ts';
import type { Contract, Operation } from '../../../contract/document.ts';

/** A field of a body with its schema. */
export type Field = {
  /** Path of names; `0` for list entries, `key` for any additional key. Empty for the body itself. */
  readonly place: readonly string[];
  readonly schema: JsonObject;
  /** True if it can be omitted, unlike a list entry. */
  readonly isNamed: boolean;
};

/** Lists all fields of an operation's body, including nested ones, independently of the code that generates cases. */
export function fieldsOf({ document }: Contract, { path, method }: Operation): Field[] {
  const { requestBody } = objectAt(document, `#/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}`);
  const content = isObject(requestBody) ? requestBody['content'] : undefined;
  const json = isObject(content) ? content['application/json'] : undefined;
  return isObject(json) ? fieldsIn(document, json['schema'], [], false) : [];
}

function fieldsIn(document: JsonObject, json: Json | undefined, place: readonly string[], isNamed: boolean): Field[] {
  if (!isObject(json)) throw new Error(`Could not read the schema of ${place.join('.')}: there is none.`);
  if (typeof json['$ref'] === 'string') return fieldsIn(document, objectAt(document, json['$ref']), place, isNamed);
  const { properties = {}, items, additionalProperties } = json;
  const schema = items === undefined ? json : { ...json, items: followed(document, items) };
  return [
    { place, schema, isNamed },
    ...Object.entries(isObject(properties) ? properties : {}).flatMap(([name, part]) =>
      fieldsIn(document, part, [...place, name], true),
    ),
    ...(items === undefined ? [] : fieldsIn(document, items, [...place, '0'], false)),
    ...(isObject(additionalProperties) ? fieldsIn(document, additionalProperties, [...place, 'key'], false) : []),
  ];
}

function followed(document: JsonObject, json: Json): Json {
  return isObject(json) && typeof json['$ref'] === 'string'
    ? followed(document, objectAt(document, json['$ref']))
    : json;
}
