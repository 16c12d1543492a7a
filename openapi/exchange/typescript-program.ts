import {
  type Exporting,
  finish,
  keyVariable,
  outcomeOf,
  type ReplayableExchange,
  type ScriptStep,
  scriptSteps,
  type Template,
} from './script-steps.ts';

/**
 * Creates a TypeScript program that sends requests again, in order, and prints the responses. It uses only `fetch`,
 * since a client would refuse malformed requests, and reads the same environment variables as `curlScript`'s script.
 */
export function typescriptProgram(exchanges: readonly ReplayableExchange[]): string {
  return finish(exportTypescriptProgram(exchanges));
}

/** Creates the same program as `typescriptProgram`, and yields after each exchange. */
export function* exportTypescriptProgram(exchanges: readonly ReplayableExchange[]): Exporting<string> {
  const statements: string[] = [];
  for (const group of yield* scriptSteps(exchanges)) {
    statements.push(statementOf(group));
    yield;
  }
  return `${head}\n${statements.join('\n')}`;
}

const head = `const { PADDLE_URL = 'http://127.0.0.1:4010', ...env } = process.env;

async function send(method: string, path: string, key: string | undefined, headers: Record<string, string>, body?: string) {
  const authorization = key === undefined ? {} : { authorization: \`Bearer \${key}\` };
  const response = await fetch(PADDLE_URL + path, { method, headers: { ...authorization, ...headers }, body });
  const text = await response.text();
  console.log(response.status, text);
  return text;
}
`;

function statementOf(group: readonly ScriptStep[]): string {
  const [only] = group;
  if (only && group.length === 1) {
    const call = `await ${callOf(only)}`;
    return `${only.saves === null ? call : `const ${only.saves} = JSON.parse(${call}).data.id`}; // ${outcomeOf(only)}`;
  }
  const saved = group
    .map(({ saves }) => saves ?? '')
    .join(', ')
    .replace(/[, ]+$/, '');
  const lines = group.map((step) => {
    const call = step.saves === null ? callOf(step) : `${callOf(step)}.then((text) => JSON.parse(text).data.id)`;
    return `  ${call}, // ${outcomeOf(step)}\n`;
  });
  return `${saved && `const [${saved}] = `}await Promise.all([\n${lines.join('')}]);`;
}

function callOf({ method, path, key, headers, body }: ScriptStep): string {
  const parts = [
    JSON.stringify(method),
    literal(path),
    key === 0 ? 'undefined' : `env.${keyVariable(key)}`,
    JSON.stringify(Object.fromEntries(headers)),
    ...(body === null ? [] : [literal(body)]),
  ];
  return `send(${parts.join(', ')})`;
}

function literal(template: Template): string {
  const text = template
    .map((part) => (typeof part === 'string' ? part.replace(/[\\`]|\$(?=\{)/g, '\\$&') : `\${${part.variable}}`))
    .join('');
  return `\`${text}\``;
}
