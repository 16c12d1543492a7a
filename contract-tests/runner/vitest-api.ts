import { describe, expect, onTestFinished, test as vitestTest } from 'vitest';
import { CurrentLaw, currentLaw } from './current-law.ts';
import { explainFailure } from './explain-failure.ts';
import { currentRun } from './run.ts';
import type { LawBody, TestApi, TestContext } from './test-api.ts';

export { describe, expect, onTestFinished };

const register = (title: string, body: LawBody) => vitestTest(title, (context) => runExplained(body, context));

/** Vitest's own, but that a law which fails says what it sent. */
export const test: TestApi['test'] = Object.assign(register, {
  runIf: (condition: boolean) => (title: string, body: LawBody) =>
    vitestTest.runIf(condition)(title, (context) => runExplained(body, context)),
});

async function runExplained(body: LawBody, context: TestContext): Promise<void> {
  const law = new CurrentLaw();
  let isSkipped = false;
  const skip: TestContext['skip'] = (reason) => {
    isSkipped = true;
    return context.skip(reason);
  };
  try {
    await currentLaw.run(law, async () => body({ skip }));
  } catch (error) {
    if (isSkipped) throw error;
    throw explainFailure(error, law.trace, (await currentRun()).target.baseUrl);
  }
}
