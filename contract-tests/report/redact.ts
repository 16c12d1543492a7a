/** Secrets as they look, and what is kept of each, by which one can tell which it was. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/\b(pdl_[a-z]+_apikey_)[\w-]+/g, '$1…'],
  [/\b(pdl_ntfset_)[^\s"'\\,;&]+/g, '$1…'],
  [/\b(pga_)[\w.-]+/g, '$1…'],
  // As JSON, as JSON within JSON, and as Node shows objects.
  [/\b((?:endpoint_secret_key|api_key)\\?["']?\s*:\s*\\?["'])[^"'\\]+/g, '$1…'],
  // A legacy key has no form of its own, so it is known by its place and length.
  [/\b(Bearer\s+)(?!pdl_)[^\s"'\\]{20,}/gi, '$1…'],
];

/**
 * Makes what takes the secrets out of a value, in all the texts that it holds.
 *
 * @param known further texts that are secret, such as a legacy API key.
 */
export function createRedactor(known: readonly string[] = []): <Value>(value: Value) => Value {
  const redactText = (text: string) => {
    const shown = secrets.reduce((rest, [form, kept]) => rest.replace(form, kept), text);
    return known.reduce((rest, secret) => rest.replaceAll(secret, '…'), shown);
  };
  // JSON's own reviver meets every text; what goes in has nothing that JSON would change.
  return (value) =>
    JSON.parse(JSON.stringify(value), (_name, part) => (typeof part === 'string' ? redactText(part) : part));
}
