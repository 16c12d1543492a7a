import {
  keyVariable,
  outcomeOf,
  type ReplayableExchange,
  type ScriptStep,
  scriptSteps,
  type Template,
} from './script-steps.ts';

/**
 * Makes a shell script that sends requests again, in their order. It takes `PADDLE_URL` and `PADDLE_API_KEY` from the
 * environment, and `PADDLE_API_KEY_2` if there was another key. Requests that were sent at the same time are again, but the
 * shell waits for those whose ID is needed later.
 */
export function curlScript(exchanges: readonly ReplayableExchange[]): string {
  const keys = new Set(exchanges.map(({ key }) => key).filter((key) => key > 0));
  const needs = [...keys].sort().map((key) => ` "\${${keyVariable(key)}:?is not set}"`);
  const head = `: "\${PADDLE_URL:=http://127.0.0.1:4010}"${needs.join('')}`;
  return [head, ...scriptSteps(exchanges).flatMap(linesOf)].join('\n');
}

function linesOf(group: readonly ScriptStep[]): string[] {
  const [waited, others] = [group.filter(({ saves }) => saves !== null), group.filter(({ saves }) => saves === null)];
  if (group.length === 1 || others.length === 0) return group.map((step) => lineOf(step));
  return [...others.map((step) => lineOf(step, ' &')), ...waited.map((step) => lineOf(step)), 'wait'];
}

function lineOf(step: ScriptStep, end = ''): string {
  const { method, path, key, headers, body, saves } = step;
  const parts = [
    // Brackets in a URL mean themselves (-g).
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

/** A word of the shell. */
function words(template: Template): string {
  return template
    .filter((part) => part !== '')
    .map((part) => (typeof part === 'string' ? quote(part) : `"$${part.variable}"`))
    .join('');
}

function quote(text: string): string {
  return /^[\w/.:=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
