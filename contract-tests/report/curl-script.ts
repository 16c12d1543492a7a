import type { RecordedExchange } from './recorded-exchange.ts';
import { groupsOf, type ScriptStep, scriptSteps, type Template } from './script-steps.ts';

/**
 * Makes lines for a shell that send requests again, in their order. They take `PADDLE_URL` and `PADDLE_API_KEY` from
 * the environment, and `PADDLE_API_KEY_2` where there was another key. What was sent at the same time is sent so again,
 * but for what has an ID that is needed later, which a shell waits for.
 */
export function curlScript(exchanges: readonly RecordedExchange[]): string {
  return groupsOf(scriptSteps(exchanges)).flatMap(linesOf).join('\n');
}

function linesOf(group: readonly ScriptStep[]): string[] {
  const [waited, others] = [group.filter(({ saves }) => saves !== null), group.filter(({ saves }) => saves === null)];
  if (group.length === 1 || others.length === 0) return group.map((step) => lineOf(step));
  return [...others.map((step) => lineOf(step, ' &')), ...waited.map((step) => lineOf(step)), 'wait'];
}

function lineOf({ method, path, key, headers, body, status, saves }: ScriptStep, end = ''): string {
  const parts = [
    // Brackets in a URL mean themselves (-g).
    `curl -gsS -X ${method} "$PADDLE_URL${words(path)}"`,
    ...(key === 0 ? [] : [`-H "Authorization: Bearer $PADDLE_API_KEY${key === 1 ? '' : `_${key}`}"`]),
    ...headers.map(([name, value]) => `-H "${words([`${name}: ${value}`])}"`),
    ...(body === null ? [] : [`--data-raw "${words(body)}"`]),
  ];
  const line = parts.join(' ');
  if (saves === null) return `${line}${end} # ${status}`;
  return `${saves}=$(${line} | node -p 'JSON.parse(fs.readFileSync(0)).data.id') # ${status}`;
}

/** What stands between double quotes for a shell. */
function words(template: Template): string {
  return template
    .map((part) => (typeof part === 'string' ? part.replace(/[\\"$`]/g, '\\$&') : `\${${part.variable}}`))
    .join('');
}
