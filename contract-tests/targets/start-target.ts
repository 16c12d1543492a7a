import { UsageError } from '#openapi/text/usage-error.ts';
import type { Observe } from '../contract/exchange.ts';
import type { Target } from './target.ts';

/** Options of a target. */
export type TargetOptions = {
  /** Determines API keys, and the IDs of a mock. */
  readonly seed: number;
  /** The expected behaviours, unless the name of the target says them: `guide`, `official` or a file. */
  readonly profile?: string | undefined;
  /** The API key. Not for a mock, which accepts any key and gets one for each account. */
  readonly apiKey?: string | undefined;
  /** Maximum number of requests. Not for a mock. */
  readonly budget?: number | undefined;
  /** Public URL that forwards webhooks to this machine. Not for a mock. */
  readonly receiver?: string | undefined;
  /** Port of this machine that the receiver's URL forwards to. Default: 4011. */
  readonly receiverPort?: number | undefined;
  /** Called with each exchange with the API before it is checked. */
  readonly observe?: Observe | undefined;
  /** Starts a proxy in front of a mock, for requests to the API. Default: none. */
  readonly before?: ((mockUrl: string) => Promise<Front>) | undefined;
  /** Accepts a legacy key for the sandbox, which does not name its environment. Default: false. */
  readonly allowLegacyKey?: boolean | undefined;
  /** Prints a line about cleaning up the sandbox. Default: to standard error. */
  readonly warn?: ((line: string) => void) | undefined;
  /** Turns the checks off and the rate limit of a mock on, for measuring an unknown target. Default: false. */
  readonly unchecked?: boolean | undefined;
};

/** A proxy in front of a mock. */
export type Front = { readonly url: string; close(): Promise<void> };

/**
 * Starts a target: `mock`, `mock:guide`, `mock:official`, a URL, or `sandbox`. Loads only the module of that target.
 *
 * @throws UsageError for an unknown name, and for options that the target does not support.
 */
export async function startTarget(name: string, options: TargetOptions): Promise<Target> {
  if (/^https?:\/\//.test(name) && URL.canParse(name)) {
    const { startUrlTarget } = await import('./url.ts');
    return startUrlTarget(name.replace(/\/+$/, ''), options);
  }
  if (name === 'sandbox') {
    const { startSandboxTarget } = await import('./sandbox/sandbox.ts');
    return startSandboxTarget(options);
  }
  const [kind, profile = options.profile ?? 'guide'] = name.split(':');
  if (kind !== 'mock')
    throw new UsageError(`Could not find the target ${name}. Give mock, mock:official, a URL or sandbox.`);
  if (profile !== 'guide' && profile !== 'official')
    throw new UsageError(`Could not start the mock: it has no profile ${profile}. Give guide or official.`);
  // A key from the environment is meant for other targets.
  const key = options.apiKey === process.env['PADDOCK_API_KEY'] ? undefined : options.apiKey;
  if (key ?? options.budget ?? options.receiver)
    throw new UsageError('Could not start the mock: it takes no key, budget or receiver. Leave them out.');
  const { startMockTarget } = await import('./mock.ts');
  return startMockTarget(profile, options, options.unchecked);
}
