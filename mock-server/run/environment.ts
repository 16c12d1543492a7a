import { delimiter } from 'node:path';
import type { Paddock } from '../index.ts';
import { exemptions } from './exemptions.ts';
import type { TrustFiles } from './trust-files.ts';

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Proxy, certificates and mock of a program. */
export type EnvironmentOptions = {
  /** URL of the proxy. */
  proxy: string;
  trust: Pick<TrustFiles, 'authority' | 'bundle' | 'phpSettings'>;
  mock: Pick<Paddock, 'url' | 'apiKey'>;
  /** `true` ignores the inherited exemptions from proxies. */
  offline: boolean;
};

/** Variables that name a file with the certificates to trust. */
export const trustVariables = [
  // OpenSSL, used by Python's ssl and httpx, Ruby and wget; Go and Rust on Linux.
  'SSL_CERT_FILE',
  // Node and Bun.
  'NODE_EXTRA_CA_CERTS',
  'DENO_CERT',
  'CURL_CA_BUNDLE',
  'REQUESTS_CA_BUNDLE',
  'HTTPLIB2_CA_CERTS',
  'GRPC_DEFAULT_SSL_ROOTS_FILE_PATH',
  'AWS_CA_BUNDLE',
  'PERL_LWP_SSL_CA_FILE',
  // Package managers and Git, for commands that install something.
  'PIP_CERT',
  'GIT_SSL_CAINFO',
  'CARGO_HTTP_CAINFO',
  'COMPOSER_CAFILE',
  'NPM_CONFIG_CAFILE',
  'NIX_SSL_CERT_FILE',
] as const;

/** Makes the environment of a program whose calls of Paddle's API reach a mock. */
export function environmentFor(
  inherited: Environment,
  { proxy, trust, mock, offline }: EnvironmentOptions,
): Environment {
  return {
    PADDLE_API_KEY: mock.apiKey,
    PADDLE_ENVIRONMENT: 'sandbox',
    ...inherited,
    PADDOCK_URL: mock.url,
    PADDOCK_API_KEY: mock.apiKey,
    PADDOCK_CA_FILE: trust.authority,
    ...inBothCases('HTTP_PROXY', proxy),
    ...inBothCases('HTTPS_PROXY', proxy),
    ...inBothCases('NO_PROXY', exemptions(offline ? undefined : (inherited['no_proxy'] ?? inherited['NO_PROXY']))),
    // Node needs it since 22.21 and 24.5; earlier versions support no proxies.
    NODE_USE_ENV_PROXY: '1',
    ...Object.fromEntries(trustVariables.map((name) => [name, trust.bundle])),
    // An empty part before the delimiter stands for PHP's usual folder.
    PHP_INI_SCAN_DIR: `${inherited['PHP_INI_SCAN_DIR'] ?? ''}${delimiter}${trust.phpSettings}`,
  };
}

/** Sets a variable in upper and lower case: programs read one or the other, and curl only `http_proxy`. */
function inBothCases(name: string, value: string): Environment {
  return { [name]: value, [name.toLowerCase()]: value };
}
