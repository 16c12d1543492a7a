import type { Observe } from '../checks/exchange.ts';
import type { Target } from './target.ts';

/** What any target may be started with. */
export type TargetOptions = {
  /** Makes API keys, and the IDs of a mock, the same in each run. */
  readonly seed: number;
  /** Is told of each exchange with the API before it is judged. Default: nobody. */
  readonly observe?: Observe;
};

/**
 * Starts the target of a name: `mock:guide` or `mock:official`. The only place where a target is chosen; its file is
 * loaded when it is.
 *
 * @throws Error for a name that no target has.
 */
export async function startTarget(name: string, options: TargetOptions): Promise<Target> {
  if (name === 'mock:guide' || name === 'mock:official') {
    const { startMockTarget } = await import('./mock.ts');
    return startMockTarget(name === 'mock:guide' ? 'guide' : 'official', options);
  }
  throw new Error(`Could not find the target ${name}. Name one: mock:guide or mock:official.`);
}
