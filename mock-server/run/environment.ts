import { delimiter } from 'node:path';
import type { Paddock } from '../index.ts';
import { exemptions } from './exemptions.ts';
import type { TrustFiles } from './trust-files.ts';

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a program is to find in its environment. */
export type Surroundings = {
  /** URL of the proxy. */
  proxy: string;
  trust: Pick<TrustFiles, 'authority' | 'bundle' | 'phpSettings'>;
  mock: Pick<Paddock, 'url' | 'apiKey'>;
  /** Whether hosts that the environment exempts from proxies are to go through this one nevertheless. */
  offline: boolean;
};

/** Variables that name a file with the certificates to trust, and who reads them. */
export const trustVariables = [
  // OpenSSL, and with it Python's ssl and httpx, Ruby, wget; Go and Rust on Linux.
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
  // So that what a command installs on its way passes too.
  'PIP_CERT',
  'GIT_SSL_CAINFO',
  'CARGO_HTTP_CAINFO',
  'COMPOSER_CAFILE',
  'NPM_CONFIG_CAFILE',
  'NIX_SSL_CERT_FILE',
] as const;

/** The environment of a program whose calls of Paddle's API are to reach a mock, in place of the one it would have had. */
export function environmentFor(inherited: Environment, { proxy, trust, mock, offline }: Surroundings): Environment {
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
    // Node asks for it since 22.21 and 24.5; before, it knew no proxies.
    NODE_USE_ENV_PROXY: '1',
    ...Object.fromEntries(trustVariables.map((name) => [name, trust.bundle])),
    // The part before the delimiter is what PHP reads anyway.
    PHP_INI_SCAN_DIR: `${inherited['PHP_INI_SCAN_DIR'] ?? ''}${delimiter}${trust.phpSettings}`,
  };
}

/** Some programs read the one, some the other, and curl `http_proxy` only. */
function inBothCases(name: string, value: string): Environment {
  return { [name]: value, [name.toLowerCase()]: value };
}
