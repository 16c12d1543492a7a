import { fieldOf } from '../json-field.ts';
import type { ShownRequest } from './shown-request.ts';

/** IDs that earlier requests of the program were answered with, and the expressions that hold them there. */
type KnownIds = Map<string, string>;

const head = `const { PADDOCK_URL = 'http://127.0.0.1:4010', PADDOCK_API_KEY } = process.env;

async function call(method: string, path: string, body?: unknown) {
  const response = await fetch(PADDOCK_URL + path, {
    method,
    headers: { authorization: \`Bearer \${PADDOCK_API_KEY}\`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = await response.text();
  console.log(response.status, method, path, answer);
  return answer === '' ? undefined : JSON.parse(answer).data;
}
`;

/**
 * Makes a program that sends requests again, in their order. What the API gave an ID to is named by what the program is
 * answered itself, so that it runs against an empty account too.
 */
export function typescriptProgram(requests: readonly ShownRequest[]): string {
  const ids: KnownIds = new Map();
  return `${head}\n${requests.map((request, index) => statementOf(request, `answer${index + 1}`, ids)).join('\n')}\n`;
}

function statementOf(request: ShownRequest, name: string, ids: KnownIds): string {
  const url = template(request.url, ids);
  const body = request.body === null ? '' : `, ${expression(request.body, ids)}`;
  const call = `await call(${JSON.stringify(request.method)}, ${url}${body});`;
  const id = fieldOf(fieldOf(request.response_body, 'data'), 'id');
  if (typeof id !== 'string' || ids.has(id)) return call;
  ids.set(id, `${name}.id`);
  return `const ${name} = ${call}`;
}

/** A template literal of a text, with known IDs in their places. */
function template(text: string, ids: KnownIds): string {
  const escaped = text.replaceAll(/[\\`]|\$(?=\{)/g, (character) => `\\${character}`);
  return `\`${escaped.replaceAll(/[a-z]+_[a-z\d]{26}/g, (id) => (ids.has(id) ? `\${${ids.get(id)}}` : id))}\``;
}

/** An expression for JSON: strings with known IDs become templates. */
function expression(value: unknown, ids: KnownIds): string {
  if (typeof value === 'string') return template(value, ids);
  if (Array.isArray(value)) return `[${value.map((item) => expression(item, ids)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, field]) => `${JSON.stringify(name)}: ${expression(field, ids)}`);
  return `{ ${fields.join(', ')} }`;
}
