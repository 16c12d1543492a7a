import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import { buildCustomer, buildEvent } from '#fixtures/index.ts';
import { requireProgram } from '../../.ci/vitest/require-program.ts';
import type { PaddockAccount } from '../control-client/account.ts';
import { startPaddock } from '../server/start-paddock.ts';
import { commandsOf, readSamples, type Sample, samplesIn } from './read-samples.ts';
import { runCommand } from './run-command.ts';
import { linkPackage, makeSampleProject } from './sample-project.ts';

const samples = readSamples();
const secret = 'pdl_ntfset_01kpaddocksample_SecretOfTheSamples';
/** Files that commands in manuals name, and the application that receives their webhooks. */
const files = {
  'bill.py': 'import urllib.request\n',
  'customers.csv': 'email,name\njane@example.com,Jane Doe\n',
  'answers.json': JSON.stringify({ data: [buildCustomer({ seed: 1 })] }),
  'webhooks.json': JSON.stringify([buildEvent({ seed: 2 })]),
  'test.ts': `const { PADDOCK_URL, PADDOCK_API_KEY } = process.env;
    const response = await fetch(PADDOCK_URL + '/customers', { headers: { Authorization: 'Bearer ' + PADDOCK_API_KEY } });
    if (!response.ok || !response.headers.has('Request-Id')) throw new Error('The list is not as it was.');`,
  'application.ts': `import express from 'express';
    import { createWebhookHandler, eventOrder } from 'paddle-paddock/client';
    const saved = new Map();
    const otherwise = (event) => {
      const { id, status } = event.data;
      const order = eventOrder(event);
      if (id.startsWith('sub_') && (saved.get(id)?.order ?? '') < order) saved.set(id, { id, status, order });
    };
    const { express: receive } = createWebhookHandler({ secret: '${secret}', on: {}, otherwise });
    const server = express().post(/webhooks/, receive).get('/subscriptions', (_, response) => response.json([...saved.values()])).listen(0, '127.0.0.1', () => console.log(server.address().port));`,
};

/** Makes a project with the package installed, a running mock, and an application that receives webhooks. */
async function setUp() {
  const folder = await makeSampleProject();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await cp('fixtures/captured/sign-up-official', join(folder, 'recordings', 'monday'), { recursive: true });
  await linkPackage(folder, 'express');
  const application = spawn(process.execPath, ['application.ts'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = await once(application.stdout, 'data');
  const paddock = await startPaddock();
  const tearDown = async () => {
    application.kill();
    await paddock.close();
    await rm(folder, { recursive: true });
  };
  return { folder, paddock, webhookPort: Number(printed), tearDown };
}

let world: Awaited<ReturnType<typeof setUp>>;
beforeAll(async () => {
  world = await setUp();
});
afterAll(() => world.tearDown());

/** Returns the environment of a sample: the mock's URL, and the key of an account. */
function environment({ apiKey }: Pick<PaddockAccount, 'apiKey'> = world.paddock.newAccount()): NodeJS.ProcessEnv {
  const { url } = world.paddock;
  return {
    ...process.env,
    // The suite's laws would otherwise run under Vitest.
    VITEST: undefined,
    PATH: `${join(world.folder, 'node_modules', '.bin')}:${process.env['PATH']}`,
    PADDLE_SANDBOX_API_KEY: apiKey,
    NODE_OPTIONS: '',
    PADDOCK_PORT: '0',
    PADDOCK_URL: url,
    PADDOCK_API_KEY: apiKey,
    PADDLE_API_URL: url,
    PADDLE_API_KEY: apiKey,
    PADDLE_WEBHOOK_SECRET: secret,
  };
}

/** Replaces parts that differ per machine: ports, and IDs and secrets that the manuals abbreviate. */
function asRunHere(text: string): string {
  const { port } = new URL(world.paddock.url);
  return text
    .replaceAll('127.0.0.1:4010', `127.0.0.1:${port}`)
    .replaceAll('localhost:3000', `127.0.0.1:${world.webhookPort}`)
    .replaceAll(/--port \d+|listen\(3000\)/g, (match) => match.replace(/\d+/, '0'))
    .replaceAll('pdl_ntfset_…', secret)
    .replace(/^npx (?=.*--target sandbox)/gm, 'npx paddock run -- npx ');
}

/** Replaces IDs that the manual abbreviates by the last of their kind that were printed, or those of existing entities. */
async function withEntities(written: string, printed: string, account: PaddockAccount): Promise<string> {
  const command = written.replaceAll(/([a-z]{3})_…/g, (short, prefix: string) => {
    const ids = printed.match(new RegExp(`(?<="data":\\{"id":")${prefix}_\\w+`, 'g'));
    return ids?.at(-1) ?? short;
  });
  if (command.includes('txn_…')) {
    // The guide has no event of a transaction that can be paid.
    await account.setBehaviours({ behaviours: { 'webhook-events': 'all' } });
    const { data } = await account.trigger('transaction.ready');
    return command.replaceAll('txn_…', String(data['id']));
  }
  if (!/(ctm|sub)_…/.test(command)) return command;
  const { data } = await account.trigger('subscription.created');
  return command.replaceAll('sub_…', String(data['id'])).replaceAll('ctm_…', String(data['customer_id']));
}

async function runShell(sample: Sample, context: TestContext): Promise<void> {
  const definitions: string[] = [];
  let printed = '';
  const account = world.paddock.newAccount();
  const env = environment(account);
  for (const written of commandsOf(sample)) {
    const command = await withEntities(written, printed, account);
    for (const [, program = ''] of command.matchAll(/(?:^|-- |\{ |\| )(curl|jq|python3|docker|nginx)\b/g))
      requireProgram(context, program, '--version');
    for (const [, name = ''] of command.matchAll(/npx (@[\w-]+\/[\w-]+)/g)) await linkPackage(world.folder, name);
    // npm takes longer to find a command than most commands do, so only one manual's are left to it.
    const found = sample.name.startsWith('README.md') ? command : command.replaceAll('npx paddock ', 'paddock ');
    if (/^export |^\w+\(\) /.test(found)) definitions.push(found);
    else printed += await runCommand({ line: asRunHere([...definitions, found].join('\n')), cwd: world.folder, env });
  }
  for (const text of sample.prints) expect(printed).toContain(text);
}

async function runModule({ name, code, before, after }: Sample): Promise<void> {
  const isTest = code.includes('paddle-paddock/vitest');
  const file = `${name.replaceAll(/\W+/g, '-')}${isTest ? '.test' : ''}.ts`;
  for (const [, imported = ''] of code.matchAll(/from '([^.'][^']*)'/g)) {
    if (!/^(node:|paddle-paddock)/.test(imported)) await linkPackage(world.folder, imported);
  }
  await writeFile(join(world.folder, file), asRunHere(`${before}\n${code}\n${after}`));
  if (isTest) await linkPackage(world.folder, 'vitest');
  const vitest = `node_modules/vitest/vitest.mjs run --root . ${file}`;
  // Redirects calls of Paddle's own hosts to a mock.
  const run = code.includes("environment: 'sandbox'") ? 'paddock run -- ' : '';
  const line = `${run}'${process.execPath}' ${isTest ? vitest : file}`;
  await runCommand({ line, cwd: world.folder, env: environment() });
}

describe('samples of the manuals', () => {
  for (const sample of samples) {
    if (sample.notRun !== undefined) continue;
    const options = { concurrent: true, timeout: sample.isSlow ? 900_000 : 60_000 };
    test(`${sample.name} runs as it stands there`, options, async (context) => {
      if (sample.isSlow && !process.env['PADDOCK_SLOW_SAMPLES']) context.skip('takes over a minute; CI runs it');
      await (sample.language === 'sh' ? runShell(sample, context) : runModule(sample));
    });
  }

  test('a sample that is not run says why', () => {
    expect(samples.filter(({ notRun }) => notRun === '')).toEqual([]);
  });
});

test('reads commands with their continuations, and code in comments', () => {
  const markdown =
    '<!-- before\nconst one = 1;\n-->\n```sh\n$ curl a \\\n  -d b    # why\nexport A=1\n```\n\n```sh\nls\n```\n';
  const [first, second] = samplesIn('README.md', markdown);
  expect(first && commandsOf(first)).toEqual(['curl a -d b', 'export A=1']);
  expect([first?.before, second?.before]).toEqual(['const one = 1;', '']);
});
