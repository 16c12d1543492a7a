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
 * Creates a shell script that sends requests again, in order. It reads `PADDLE_URL` and `PADDLE_API_KEY` from the
 * environment, and `PADDLE_API_KEY_2` if a second key was used. Concurrent requests are concurrent again, except for
 * those whose ID is needed later, which the shell waits for.
 */
export function curlScript(exchanges: readonly ReplayableExchange[]): string {
  return finish(exportCurlScript(exchanges));
}

/** Creates the same script as `curlScript`, and yields after each exchange. */
export function* exportCurlScript(exchanges: readonly ReplayableExchange[]): Exporting<string> {
  const keys = new Set(exchanges.map(({ key }) => key).filter((key) => key > 0));
  const needs = [...keys].sort().map((key) => ` "\${${keyVariable(key)}:?is not set}"`);
  const head = `: "\${PADDLE_URL:=http://127.0.0.1:4010}"${needs.join('')}`;
  const lines = [head];
  for (const group of yield* scriptSteps(exchanges)) {
    lines.push(...linesOf(group));
    yield;
  }
  return lines.join('\n');
}

function linesOf(group: readonly ScriptStep[]): string[] {
  const [waited, others] = [group.filter(({ saves }) => saves !== null), group.filter(({ saves }) => saves === null)];
  if (group.length === 1 || others.length === 0) return group.map((step) => lineOf(step));
  return [...others.map((step) => lineOf(step, ' &')), ...waited.map((step) => lineOf(step)), 'wait'];
}

function lineOf(step: ScriptStep, end = ''): string {
  const { method, path, key, headers, body, saves } = step;
  const parts = [
    // -g: brackets in the URL are literal.
    `curl -gsS -X ${words([method])} "$PADDLE_URL"${words(path)}`,
    ...(key === 0 ? [] : [`-H "Authorization: Bearer $${keyVariable(key)}"`]),
    ...headers.map(([name, value]) => `-H ${words([`${name}: ${value}`])}`),
    ...(body === null ? [] : [`--data-raw ${words(body)}`]),
  ];
  const line = parts.join(' ');
  const comment = ` # ${outcomeOf(step)}`;
  if (saves === null) return `${line}${end}${comment}`;
  return `${saves}=$(${line} | node -p 'JSON.parse(fs.readFileSync(0)).data.id')${comment}`;
}

function words(template: Template): string {
  return template
    .filter((part) => part !== '')
    .map((part) => (typeof part === 'string' ? quote(part) : `"$${part.variable}"`))
    .join('');
}

function quote(text: string): string {
  return /^[\w/.:=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
