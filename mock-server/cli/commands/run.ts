import { printError } from '#openapi/text/print.ts';
import { type PaddockOptions, startPaddock } from '../../index.ts';
import { makeCertificates } from '../../run/certificates.ts';
import { startChild } from '../../run/child.ts';
import { environmentFor } from '../../run/environment.ts';
import { startProxy } from '../../run/proxy.ts';
import { writeTrustFiles } from '../../run/trust-files.ts';
import { upstreamProxies } from '../../run/upstream-proxy.ts';
import { printable } from '../../text/printable.ts';
import { emulatedHosts, paddleHosts } from '../../wire/paddle-hosts.ts';
import { type MockFlags, mockOptionsOf } from '../options/start-options.ts';

export type RunFlags = MockFlags & { offline?: boolean; quiet?: boolean };

/**
 * Runs a program whose calls of Paddle's API reach its own mock, and exits with its exit code. Prints nothing to
 * standard output, which belongs to the program.
 */
export async function run(
  [command = '', ...args]: readonly string[],
  { offline = false, quiet = false, ...flags }: RunFlags,
): Promise<void> {
  const log = quiet ? () => {} : (line: string) => printError(`paddock run: ${line}`);
  const inherited = process.env;
  const certificates = await makeCertificates(emulatedHosts);
  const upstream = upstreamProxies(inherited);
  const onExchange: PaddockOptions['onExchange'] = ({ method, path, status, hint }) => {
    if (hint !== null) log(printable(`${method} ${path} answered ${status}. Hint: ${hint}`));
  };
  await using mock = await startPaddock({ ...(await mockOptionsOf(flags)), onExchange });
  await using proxy = await startProxy({ certificates, accept: mock.accept, offline, upstream, log });
  await using trust = await writeTrustFiles(certificates.authority, inherited);
  const child = await startChild(command, args, environmentFor(inherited, { proxy: proxy.url, trust, mock, offline }));
  log(`${paddleHosts.join(' and ')} now reach the mock at ${mock.url}.`);
  process.exitCode = await child.ended;
  if (proxy.intercepted > 0) return;
  log(`the program made no request to ${paddleHosts.join(' or ')} through the proxy.`);
  if (proxy.turnedAway > 0) log('requests without the password in HTTPS_PROXY were refused with 407.');
}
