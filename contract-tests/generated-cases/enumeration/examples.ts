import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import type { Schema } from '#openapi/document/schema.ts';
import { alternativesOf, isFreeText, numberOf, valuesOf, wordOf } from './keywords.ts';

/** Creates values that a schema accepts. Email addresses are always new, since two customers may not share one. */
export type Examples = {
  /** Creates a value of the schema's first type. */
  of(schema: Schema): Json;
  /** Creates a text of the given length that matches the schema's format or pattern. */
  textOfLength(schema: Schema, length: number): string;
};

/** @param mark Text in the description and the URL of destinations. */
export function createExamples(freshEmail: () => string, mark?: string): Examples {
  const textOfLength: Examples['textOfLength'] = (schema, length) => {
    if (wordOf(schema, 'format') === 'email') return emailOfLength(freshEmail(), length);
    if (isFreeText(schema)) return 'x'.repeat(length);
    return formOf(wordOf(schema, 'pattern') ?? '').slice(0, length);
  };

  const of: Examples['of'] = (schema) => {
    const [type] = schema.types;
    const [value] = valuesOf(schema);
    if (value !== undefined) return value;
    if (wordOf(schema, 'format') === 'email') return freshEmail();
    if (type === 'object') return objectOf(schema);
    if (type === 'array') return schema.items ? [of(schema.items)] : [];
    if (schema.node['example'] !== undefined) return schema.node['example'];
    if (type === 'boolean') return true;
    if (type === 'integer') return numberOf(schema, 'minimum') ?? 1;
    return textOfLength(schema, Math.max(4, numberOf(schema, 'minLength') ?? 0));
  };

  function objectOf(schema: Schema): JsonObject {
    const { node, properties, required } = schema;
    const example = isObject(node['example']) ? node['example'] : {};
    const firsts = alternativesOf(schema).flatMap((names) =>
      names.some((name) => name in example) ? [] : names.slice(0, 1),
    );
    const made = [...properties].filter(([name]) => required.has(name) || name in example || firsts.includes(name));
    // Omits lists of IDs, since the IDs of an example do not exist.
    const own = made.filter(([, schema]) => schema.items === undefined || wordOf(schema.items, 'pattern') === null);
    const values = own.map(([name, schema]): [string, Json] => [name, chosen(schema, example[name])]);
    return {
      ...(properties.size === 0 ? example : {}),
      ...Object.fromEntries(values),
      ...(mark !== undefined && properties.has('destination')
        ? { description: mark, destination: `https://hooks.example.com/${mark}` }
        : {}),
    };
  }

  function chosen(schema: Schema, example: Json | undefined): Json {
    const hasEmail = [schema, schema.items?.properties.get('email')].some(
      (part) => part && wordOf(part, 'format') === 'email',
    );
    return example === undefined || hasEmail ? of(schema) : example;
  }

  return { of, textOfLength };
}

/** Longest texts for patterns of fields with a length limit. */
const longestForms: Readonly<Record<string, string>> = {
  '^\\d+$': '1500',
  '^\\d+(\\.\\d+)?$': '10',
  '^(pro|pri)_[a-z\\d]{26}$': 'pri_01h00000000000000000000000',
  '^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$': `en${'-abcdefgh'.repeat(3)}${'-abcdefg'}`,
  '^(https://[^\\s]+|http://[^\\s]+/_paddock/checkout)$': `https://shop.example.com/${'x'.repeat(1000)}`,
};

function formOf(pattern: string): string {
  const form = longestForms[pattern];
  if (form === undefined) throw new Error(`Could not make a text like ${pattern}: add one to longestForms.`);
  return form;
}

function emailOfLength(email: string, length: number): string {
  const [local = '', domain = ''] = email.split('@');
  const missing = length - email.length;
  if (missing <= 0) return email;
  const labels = 'x'.repeat(missing - 1).replaceAll(/.{40}(?=..)/g, (label) => `${label.slice(1)}.`);
  return `${local}@${labels}.${domain}`;
}
