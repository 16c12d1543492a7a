import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lawGlobs } from './law-globs.ts';
import { lawFiles } from './laws.ts';

test("every file of laws is in the list, but for the one about Paddle's SDK, which the package comes without", () => {
  const folder = new URL('.', import.meta.url).pathname;
  const files = globSync([...lawGlobs], { cwd: folder });
  expect(Object.keys(lawFiles).map((name) => `${name}.test.ts`)).toEqual(
    files.filter((file) => file !== 'sdk/paddle-node-sdk.test.ts').toSorted(),
  );
});
