import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { requireNode } from './require-node.ts';

const execute = promisify(execFile);
const bin = fileURLToPath(new URL('../../bin/paddock.js', import.meta.url));

test.each(['18.20.8', '20.20.2', '22.9.0', '22.18.0'])(
  'Node %s is refused with one line that names both versions',
  (version) => {
    expect(() => requireNode(version)).toThrow(UsageError);
    expect(() => requireNode(version)).toThrow(new RegExp(`^.* 22\\.19 .* ${version}\\..*$`));
  },
);

test.each(['22.19.0', '22.20.1', '24.0.0', '100.1.0'])('Node %s is accepted', (version) => {
  expect(() => requireNode(version)).not.toThrow();
});

test('paddock runs in a checkout without a build', async () => {
  const { stdout } = await execute(process.execPath, [bin, '--version']);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
