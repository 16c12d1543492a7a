import { TestEnvironment } from 'jest-environment-node';
import { setFailed } from './jest-failure.ts';

/** Jest's environment for Node, which also reports failed tests to `usePaddock`. */
export default class PaddockEnvironment extends TestEnvironment {
  handleTestEvent({ name }: { name: string }): void {
    if (name === 'test_start') setFailed(this.global, false);
    if (name === 'test_fn_failure' || name === 'hook_failure') setFailed(this.global, true);
  }
}
