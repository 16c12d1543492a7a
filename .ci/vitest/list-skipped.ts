import type { Reporter, TestModule } from 'vitest/node';

/** Lists skipped tests by reason at the end of a run. */
export const listSkipped: Reporter = {
  onTestRunEnd(modules) {
    const skipped = Object.entries(Object.groupBy(modules.flatMap(skippedIn), ({ reason }) => reason));
    if (skipped.length === 0) return;
    const lines = skipped.flatMap(([reason, tests = []]) => [`  ${reason}`, ...tests.map(({ name }) => `    ${name}`)]);
    console.log(['Skipped, with the reason:', ...lines, ''].join('\n'));
  },
};

function skippedIn(module: TestModule): { name: string; reason: string }[] {
  return [...module.children.allTests('skipped')].flatMap((test) => {
    const result = test.result();
    const reason = result.state === 'skipped' ? result.note?.split('\n')[0] : undefined;
    return reason === undefined ? [] : [{ name: `${module.relativeModuleId} > ${test.fullName}`, reason }];
  });
}
