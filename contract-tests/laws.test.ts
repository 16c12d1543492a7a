import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lawFiles } from './laws.ts';

test('every file of laws is in the list, but for those that need what the package comes without', () => {
  const folder = new URL('.', import.meta.url).pathname;
  const files = globSync('{resources,lifecycles,webhooks}/**/*.test.ts', { cwd: folder });
  expect(Object.keys(lawFiles).map((name) => `${name}.test.ts`)).toEqual(files.toSorted());
});
