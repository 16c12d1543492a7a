import type { Json, JsonObject } from '#openapi/document/json.ts';
import { controlRoot } from '../wire/control-root.ts';
import type { Dice } from './dice.ts';
import type { Draft } from './draft.ts';
import { faultHeaders, oddHeaders, oddNames, oddTexts, oddValues } from './odd-values.ts';

/** Spoils one part of a valid request, so that it gets further than a random one. */
export function spoil(draft: Draft, dice: Dice): void {
  const spoilers = draft.body === undefined ? otherSpoilers : [spoilBody, spoilBody, spoilBody, ...otherSpoilers];
  dice.pick(spoilers)(draft, dice);
}

type Spoiler = (draft: Draft, dice: Dice) => void;

/** Fields that delay a response. */
const waits = new Set(['timeout_ms', 'delay_ms', 'jitter_ms', 'delay_ms_per_byte']);

function spoilBody(draft: Draft, dice: Dice): void {
  if (dice.chance(0.05)) draft.body = dice.pick(oddValues)();
  else draft.body = spoilValue(draft.body ?? null, dice);
}

function spoilValue(value: Json, dice: Dice): Json {
  if (Array.isArray(value)) {
    if (value.length === 0 || dice.chance(0.3))
      return dice.chance(0.5) ? [...value, ...value, dice.pick(oddValues)()] : repeated(value, dice);
    const at = dice.below(value.length);
    return value.map((item, index) => (index === at ? spoilValue(item, dice) : item));
  }
  if (typeof value !== 'object' || value === null) return dice.pick(oddValues)();
  return spoilObject(value, dice);
}

function spoilObject(object: JsonObject, dice: Dice): Json {
  const names = Object.keys(object).filter((name) => !waits.has(name));
  const name = names.length > 0 ? dice.pick(names) : '';
  const { [name]: field, ...others } = object;
  switch (dice.below(6)) {
    case 0:
      return others;
    case 1:
      return { ...object, [dice.pick(oddNames)]: dice.pick(oddValues)() };
    case 2:
      return { ...object, [name]: dice.pick(oddValues)() };
    default:
      return field === undefined ? { ...object, odd: 1 } : { ...object, [name]: spoilValue(field, dice) };
  }
}

function repeated(items: readonly Json[], dice: Dice): Json[] {
  const item = items[0] ?? dice.pick(oddValues)();
  // A body far beyond the limit is answered and cut off while it is sent, and the cut may overtake the response.
  const lengths = JSON.stringify(item).length > 150 ? [11] : [11, 101, 1_001, 5_000];
  return Array.from({ length: dice.pick(lengths) }, () => item);
}

const otherSpoilers: readonly Spoiler[] = [
  ({ path }, dice) => {
    for (const name of Object.keys(path)) path[name] = dice.pick(oddTexts);
  },
  ({ query, operation }, dice) => {
    const name = operation.parameters.length > 0 ? dice.pick(operation.parameters).name : 'odd';
    query.push([dice.pick([name, `${name}[GT]`, `${name}[]`, `${name}[__proto__]`]), dice.pick(oddTexts)]);
  },
  ({ query }) => query.push(...query),
  ({ headers, operation }, dice) => {
    const key = String(headers['Authorization']);
    // Without a key, the control plane acts on the default account, which all callers share.
    const missing = operation.path.startsWith(controlRoot) ? 'Bearer' : '';
    headers['Authorization'] = dice.pick([
      missing,
      'Bearer',
      'Basic YTpi',
      'Bearer pdl_live_apikey_1',
      `${key}x`,
      key.toUpperCase(),
      'Bearer \u00ff',
    ]);
  },
  ({ headers }, dice) => {
    headers['Content-Type'] = dice.pick([
      'text/plain',
      'application/json; charset=utf-16',
      'text/csv',
      'application/xml',
      '',
      'a/b;c="',
    ]);
  },
  ({ headers }, dice) => {
    headers['X-Paddock-Fault'] = dice.pick(faultHeaders);
  },
  ({ headers }, dice) => {
    const [name, value] = dice.pick(oddHeaders);
    headers[name] = value;
  },
  (draft, dice) => {
    draft.method = dice.pick(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PURGE', 'TRACE']);
  },
];
