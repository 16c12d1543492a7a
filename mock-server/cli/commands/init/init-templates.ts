/** Test runners with a template. */
export type Runner = 'vitest' | 'jest' | 'playwright' | 'node';

/** A first test: its file, its text, and the command that runs it. */
type TestTemplate = { readonly file: string; readonly text: string; readonly command: string };

/** A configuration with every line explained. */
export const configTemplate = `import { defineConfig } from 'paddle-paddock';

// Read by \`paddock start\` and \`paddock run\` in this folder. Options and PADDOCK_ variables take precedence.
export default defineConfig({
  // official behaves as Paddle's published documentation says; guide as the integration guide does.
  // \`npx paddock behaviours\` lists the differences.
  profile: 'official',

  // Single behaviours can be chosen over the profile's.
  // behaviours: { 'rate-limit': 'off' },

  // Initial data of the account: a JSON or CSV file, or a built-in seed.
  fixtures: 'small-saas',

  // Keep everything in a file between runs.
  // data: 'paddock.sqlite',

  // Make IDs the same in each run, and stop the clock.
  // seed: 1,

  // Send webhooks to your application.
  // webhookUrl: 'http://127.0.0.1:3000/webhooks',
});
`;

const load = "import { startPaddock } from 'paddle-paddock';";
const expectStatus = 'expect(response.status).toBe(201);';

/** A first test for each runner. */
export const testTemplates: Readonly<Record<Runner, TestTemplate>> = {
  vitest: {
    file: 'test/paddle.test.ts',
    command: 'npx vitest run test/paddle.test.ts',
    text: testText(["import { expect, test } from 'vitest';", load], expectStatus),
  },
  jest: {
    file: 'test/paddle.test.js',
    // Jest loads ES modules, such as the package, only with this option.
    command: 'NODE_OPTIONS=--experimental-vm-modules npx jest test/paddle.test.js',
    text: testText([], expectStatus, "  const { startPaddock } = await import('paddle-paddock');\n"),
  },
  playwright: {
    file: 'tests/paddle.spec.ts',
    command: 'npx playwright test tests/paddle.spec.ts',
    text: testText(["import { expect, test } from '@playwright/test';", load], expectStatus),
  },
  node: {
    file: 'test/paddle.test.mjs',
    command: 'node --test test/paddle.test.mjs',
    text: testText(
      ["import assert from 'node:assert/strict';", "import test from 'node:test';", load],
      'assert.equal(response.status, 201);',
    ),
  },
};

function testText(imports: readonly string[], assertion: string, begin = ''): string {
  return `${imports.map((line) => `${line}\n`).join('')}${imports.length > 0 ? '\n' : ''}test('a customer is created', async () => {
${begin}  // Each mock has its own account and a free port.
  const paddock = await startPaddock({ profile: 'official' });
  try {
    // In your tests, call your application here, with paddock.url as the base URL of Paddle's API.
    const response = await fetch(\`\${paddock.url}/customers\`, {
      method: 'POST',
      headers: { Authorization: \`Bearer \${paddock.apiKey}\`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'sam@example.com' }),
    });
    ${assertion}
  } finally {
    await paddock.close();
  }
});
`;
}
