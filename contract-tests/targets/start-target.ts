import { UsageError } from '#openapi/text/usage-error.ts';
import type { Observe } from '../contract/exchange.ts';
import type { Target } from './target.ts';

/** What a target may be started with. */
export type TargetOptions = {
  /** Makes API keys, and the IDs of a mock, the same in each run. */
  readonly seed: number;
  /** Which promises are expected of it, where its name does not say. */
  readonly profile?: string | undefined;
  /** What to call it with. A mock takes any key, and is given one for each account. */
  readonly apiKey?: string | undefined;
  /** How many requests it may be sent. A mock may be sent any number. */
  readonly budget?: number | undefined;
  /** Where webhooks can be sent to, if that is not this machine. A mock reaches this machine. */
  readonly receiver?: string | undefined;
  /** The port of this machine that the receiver's URL leads to. Default: 4011. */
  readonly receiverPort?: number | undefined;
  /** Is told of each exchange with the API before it is checked. Default: nobody. */
  readonly observe?: Observe | undefined;
  /** Puts something before a mock, for requests to the API to pass. Default: nothing. */
  readonly before?: ((mockUrl: string) => Promise<Front>) | undefined;
  /** Takes a key for the sandbox that does not say what it opens. Default: no. */
  readonly allowLegacyKey?: boolean | undefined;
  /** Is told in a sentence of what becomes of the sandbox. Default: standard error. */
  readonly tell?: ((line: string) => void) | undefined;
  /**
   * Judges nothing, and lets a mock limit the rate of requests: for measuring, where nobody knows what the target
   * promises. Default: no.
   */
  readonly unchecked?: boolean | undefined;
};

/** What stands before a mock, under a URL of its own. */
export type Front = { readonly url: string; close(): Promise<void> };

/**
 * Starts a target: `mock`, `mock:guide`, `mock:official`, a URL, or `sandbox`. The only place where a target is chosen;
 * its file is loaded when it is.
 *
 * @throws UsageError for a name that no target has, and for options that do not go with it.
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
  // A key in the environment is there for other commands.
  const key = options.apiKey === process.env['PADDOCK_API_KEY'] ? undefined : options.apiKey;
  if (key ?? options.budget ?? options.receiver)
    throw new UsageError('Could not start the mock: it takes no key, budget or receiver. Leave them out.');
  const { startMockTarget } = await import('./mock.ts');
  return startMockTarget(profile, options, options.unchecked);
}
