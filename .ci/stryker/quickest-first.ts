import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Runs the tests that failed last, then the others, the quickest first: the first failure ends a mutant's run. */
export class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => this.#costOf(one) - this.#costOf(other));
  }

  #costOf(file: TestSpecification): number {
    const last = this.ctx.cache.getTestSpecificationResult(file);
    return last?.failed ? -1 : (last?.duration ?? 0);
  }
}
