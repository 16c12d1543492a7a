import protobuf from 'protobufjs';
import { loadEnvoyApi } from './envoy-api.ts';

/**
 * What is wrong with an Envoy configuration by Envoy's own definition of it, a line each: fields that do not exist or have
 * values of another type, and what is required and missing. What Envoy finds out only when it starts, it does not know.
 */
export function problemsOfEnvoy(configuration: unknown): string[] {
  const api = loadEnvoyApi();
  return [...problemsOfMessage(api.lookupType('envoy.config.bootstrap.v3.Bootstrap'), configuration, '')];
}

function* problemsOfMessage(type: protobuf.Type, value: unknown, path: string): Generator<string> {
  const special = specialTypes[type.fullName];
  if (special) {
    yield* special(value, path, type.root);
    return;
  }
  if (!isObject(value)) {
    yield `${path} is no ${type.name}`;
    return;
  }
  for (const [name, part] of Object.entries(value)) {
    const field = type.fields[name];
    const here = `${path}/${name}`;
    if (!field) yield `${here} does not exist in ${type.fullName}`;
    else if (field.getOption('deprecated')) yield `${here} is deprecated`;
    else if (field.map)
      for (const [key, each] of Object.entries(isObject(part) ? part : {}))
        yield* problemsOfValue(field, each, `${here}/${key}`);
    else if (field.repeated !== Array.isArray(part)) yield `${here} is ${field.repeated ? 'no list' : 'a list'}`;
    else if (Array.isArray(part))
      for (const [index, each] of part.entries()) yield* problemsOfValue(field, each, `${here}/${index}`);
    else yield* problemsOfValue(field, part, here);
  }
  yield* missingFrom(type, value, path);
}

function* missingFrom(type: protobuf.Type, value: object, path: string): Generator<string> {
  for (const field of type.fieldsArray) {
    const isRequired = requirements.some((rule) => field.getOption(`(validate.rules).${rule}`) !== undefined);
    if (isRequired && !(field.name in value) && !field.partOf) yield `${path}/${field.name} is missing`;
  }
  for (const choice of type.oneofsArray) {
    const taken = choice.oneof.filter((name) => name in value);
    if (taken.length > 1) yield `${path} has both ${taken.join(' and ')}`;
    if (taken.length === 0 && choice.getOption('(validate.required)')) yield `${path} has no ${choice.name}`;
  }
}

/** Rules that cannot be kept by a field that is not there. */
const requirements = ['message.required', 'string.min_len', 'repeated.min_items'];

function* problemsOfValue(field: protobuf.Field, value: unknown, path: string): Generator<string> {
  const type = field.resolvedType;
  if (type instanceof protobuf.Type) yield* problemsOfMessage(type, value, path);
  else if (type instanceof protobuf.Enum) {
    if (!Object.hasOwn(type.values, String(value))) yield `${path} is no ${type.name}: ${value}`;
  } else if (!isScalar(field.type, value)) yield `${path} is no ${field.type}: ${JSON.stringify(value)}`;
}

function isScalar(type: string, value: unknown): boolean {
  if (type === 'string' || type === 'bytes') return typeof value === 'string';
  if (type === 'bool') return typeof value === 'boolean';
  // Numbers of 64 bits may be written as text.
  const number = typeof value === 'string' && type.endsWith('64') ? Number(value) : value;
  return typeof number === 'number' && (/^(float|double)$/.test(type) || Number.isInteger(number));
}

type Special = (value: unknown, path: string, root: protobuf.Root) => Generator<string>;

/** Messages that JSON and YAML write in a form of their own. */
const specialTypes: Readonly<Record<string, Special>> = {
  '.google.protobuf.Duration': function* (value, path) {
    if (typeof value !== 'string' || !/^\d+(\.\d{1,9})?s$/.test(value)) yield `${path} is no duration: ${value}`;
  },
  '.google.protobuf.Any': function* (value, path, root) {
    const { '@type': url, ...rest } = isObject(value) ? value : {};
    const name = typeof url === 'string' ? url.replace(/^type\.googleapis\.com\//, '') : '';
    const type = name === '' ? null : root.lookup(name);
    if (type instanceof protobuf.Type) yield* problemsOfMessage(type, rest, path);
    else yield `${path} is of no known type: ${url}`;
  },
  ...wrapper('BoolValue', 'bool'),
  ...wrapper('UInt32Value', 'uint32'),
  ...wrapper('UInt64Value', 'uint64'),
  ...wrapper('DoubleValue', 'double'),
  ...wrapper('StringValue', 'string'),
};

function wrapper(name: string, type: string): Record<string, Special> {
  return {
    [`.google.protobuf.${name}`]: function* (value, path) {
      if (!isScalar(type, value)) yield `${path} is no ${type}: ${JSON.stringify(value)}`;
    },
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
