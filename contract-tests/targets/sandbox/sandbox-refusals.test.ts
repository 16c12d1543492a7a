import { Command } from 'commander';
import { afterEach, expect, test, vi } from 'vitest';
import { addCommands } from '../../cli/add-commands.ts';

const parts = `apikey_${'a'.repeat(26)}_${'s3cret'.repeat(3)}bbbb_ccc`;
const [key, live, legacy] = [`pdl_sdbx_${parts}`, `pdl_live_${parts}`, '0123456789'.repeat(5)];

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test.each([
  [['verify', '--target', 'sandbox'], { PADDLE_SANDBOX_API_KEY: live }],
  [['verify', '--target', 'sandbox'], { PADDLE_API_KEY: live }],
  [['verify', '--target', 'sandbox', '--key', live], {}],
  [['verify', '--target', 'sandbox'], { PADDLE_ENVIRONMENT: 'production' }],
  [['verify', '--target', 'sandbox'], { PADDLE_SANDBOX_API_KEY: legacy }],
  [['verify', '--target', 'sandbox'], { PADDLE_SANDBOX_API_KEY: '' }],
  [['verify', '--target', 'https://api.paddle.com', '--key', key], {}],
  [['verify', '--target', 'https://API.paddle.com.', '--key', key], {}],
  [['verify', '--target', 'https://example.com', '--key', live], {}],
  [['measure', '--target', 'sandbox'], { PADDLE_SANDBOX_API_KEY: live }],
  [['measure', '--target', 'sandbox'], { PADDLE_SANDBOX_API_KEY: legacy }],
  [['sweep'], { PADDLE_API_KEY: live }],
  [['sweep'], { PADDLE_SANDBOX_API_KEY: legacy }],
])('a key that may be live is refused before any request: %j with %j', async (args, environment) => {
  const variables: Record<string, string> = { PADDLE_SANDBOX_API_KEY: key, ...environment };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const send = vi.fn<typeof fetch>();
  vi.stubGlobal('fetch', send);
  const said = vi.spyOn(console, 'log');
  const run = addCommands(new Command().exitOverride()).parseAsync(args, { from: 'user' });
  const { name, message } = await run.then(() => new Error('It was not refused.')).catch((error: Error) => error);
  expect([name, message]).toEqual(['UsageError', expect.stringMatching(/^Could not use [^\n]+\.$/)]);
  expect(message).not.toMatch(/s3cret|0123456789/);
  expect([send.mock.calls, said.mock.calls]).toEqual([[], []]);
});
