import type { RecordedExchange } from './recorded-exchange.ts';
import { type ScriptStep, scriptSteps, type Template } from './script-steps.ts';

/**
 * Makes lines for a shell that send requests again, in their order. They take `PADDLE_URL` and `PADDLE_API_KEY` from
 * the environment, and `PADDLE_API_KEY_2` where there was another key.
 */
export function curlScript(exchanges: readonly RecordedExchange[]): string {
  return scriptSteps(exchanges).map(lineOf).join('\n');
}

function lineOf({ method, path, key, headers, body, status, saves }: ScriptStep): string {
  const parts = [
    `curl -sS -X ${method} "$PADDLE_URL${words(path)}"`,
    ...(key === 0 ? [] : [`-H "Authorization: Bearer $PADDLE_API_KEY${key === 1 ? '' : `_${key}`}"`]),
    ...headers.map(([name, value]) => `-H "${words([`${name}: ${value}`])}"`),
    ...(body === null ? [] : [`--data-raw "${words(body)}"`]),
  ];
  const line = parts.join(' ');
  if (saves === null) return `${line} # ${status}`;
  return `${saves}=$(${line} | node -p 'JSON.parse(fs.readFileSync(0)).data.id') # ${status}`;
}

/** What stands between double quotes for a shell. */
function words(template: Template): string {
  return template
    .map((part) => (typeof part === 'string' ? part.replace(/[\\"$`]/g, '\\$&') : `\${${part.variable}}`))
    .join('');
}
