import { createRedactor, hidden } from '#openapi/exchange/redact.ts';

/** Names of fields whose value is secret, however it looks. */
const secretNames = /secret|token|password|api_?key|authorization/i;

/**
 * Takes the secrets out of a body or a text: what looks like one, what stands in a field that is named like one, and
 * the keys that were sent.
 */
export function hideSecrets(value: unknown, keys: readonly string[]): unknown {
  return hideNamed(createRedactor(keys)(value));
}

function hideNamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hideNamed);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, part]): [string, unknown] => [
    name,
    typeof part === 'string' && secretNames.test(name) ? hidden : hideNamed(part),
  ]);
  return Object.fromEntries(fields);
}
