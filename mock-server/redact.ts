/**
 * Secrets as they look, wherever they stand: API keys, secrets of destinations, tokens of portal links. What comes
 * before the secret part is an ID, and is kept so that one can tell which it was.
 */
const secrets = [
  /(pdl_(?:live|sdbx)_apikey_[a-z\d]{26}_)[A-Za-z\d]{22}_[A-Za-z\d]{3}/g,
  /(pdl_ntfset_[a-z\d]{26}_)[^\s"\\,;&]+/g,
  /(\bpga_)[\w.-]+/g,
  // A legacy key is known only by where it stands; "<API key>" in a hint is a placeholder.
  /(\bBearer\s+)(?!pdl_|<)\S+/gi,
];

/** Header names whose value is secret altogether. */
const secretHeaders = new Set(['cookie', 'set-cookie', 'proxy-authorization', 'x-paddock-control-token']);
/** Body fields whose value is secret altogether, however it looks: a destination's secret may be chosen by its owner. */
const secretFields = /("(?:endpoint_secret_key|api_key)"\s*:\s*)"(?:[^"\\]|\\.)*"/g;

const hidden = '****';

/** Text that may be shown: secrets are replaced by `****`. */
export function redactText(text: string): string {
  const shown = text.replace(secretFields, `$1"${hidden}"`);
  return secrets.reduce((rest, secret) => rest.replace(secret, `$1${hidden}`), shown);
}

/** A header's value as it may be shown. An `Authorization` keeps its scheme, and a key of today's format its ID. */
export function redactHeader(name: string, value: string): string {
  const lowerName = name.toLowerCase();
  if (secretHeaders.has(lowerName)) return hidden;
  const shown = redactText(value);
  return lowerName === 'authorization' && shown === value ? hidden : shown;
}
