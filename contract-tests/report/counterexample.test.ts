import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { start } from '../cli/testing/command.ts';
import { paddockHere } from '../cli/testing/in-process.ts';
import { mutants } from '../kit/mutants/mutants.ts';
import { createMutatingProxy } from '../kit/mutants/mutating-proxy.ts';
import { startTarget } from '../targets/start-target.ts';
import type { Target } from '../targets/target.ts';

const execute = promisify(execFile);
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const law =
  'lifecycles and concurrency: any sequence of requests about customers and what is theirs, legal or not, some at the same time, is answered as the model says';

const proxy = createMutatingProxy();
let target: Target;

beforeAll(async () => {
  target = await startTarget('mock', { seed: 1, before: proxy.before });
});
afterAll(() => target.close());

function infect(name: string | null): void {
  proxy.apply(mutants.find((mutant) => mutant.name === name) ?? null);
}

/** Extracts the TypeScript program from a report, without its indentation. */
function programIn(out: string): string {
  const [, rest = ''] = out.split('As TypeScript:\n');
  const lines = rest.split('\n');
  const end = lines.findIndex((line) => /^ {0,3}\S/.test(line));
  return lines
    .slice(0, end)
    .map((line) => line.slice(4))
    .join('\n');
}

/** Runs a program on a new account of the target, and returns its output. */
async function replay(program: string): Promise<string> {
  const env = { PATH: process.env['PATH'], PADDLE_URL: target.baseUrl, PADDLE_API_KEY: target.newAccount().apiKey };
  return (await execute(process.execPath, ['--input-type=module-typescript', '-e', program], { env })).stdout;
}

describe('a model that a server breaks', () => {
  test('is reported with a few steps that replay the failure, and with a program that gets other responses from a correct server', async () => {
    infect('patch-replaces');
    const verify = (...options: string[]) =>
      paddockHere(['verify', '--target', target.baseUrl, '--only', law, ...options], process.cwd());
    const { code, out } = await verify();
    expect(code).toBe(1);
    expect(out).toMatch(/counterexample: \[.*\/\*replayPath=/);
    expect(out).toMatch(/ctm\d=\$\(curl -gsS -X POST "\$PADDLE_URL"\/customers/);
    const [, seed = '', path = '', steps = ''] = /--seed (\S+) --path ([\d:]+) --replay-path (\S+)/.exec(out) ?? [];
    const again = await verify('--seed', seed, '--path', path, '--replay-path', steps, '--runs', '1');
    expect([again.code, seed]).toEqual([1, '1']);
    expect(again.out).toContain(/counterexample: .*/.exec(out)?.[0]);
    const program = programIn(out);
    // The minimum is creating a customer, changing it and reading it.
    expect(program.match(/send\("/g)?.length).toBeLessThanOrEqual(6);
    const broken = await replay(program);
    infect(null);
    const whole = await replay(program);
    expect(answersIn(broken)).not.toEqual(answersIn(whole));
  });
});

test('under vitest, a law that fails prints the same', async () => {
  infect('patch-replaces');
  const file = 'contract-tests/nouns/customers/lifecycle.laws.ts';
  const env = { NO_COLOR: '1', PADDOCK_TARGET: target.baseUrl };
  const { code, out, err } = await start([vitest, 'run', '--project', 'tests', file], { env }).ended;
  infect(null);
  expect(code).toBe(1);
  expect(out + err).toMatch(/Counterexample: \[/);
  expect(out + err).toMatch(/As curl:\n/);
  expect(out + err).toMatch(/As TypeScript:\n/);
});

/** Extracts the responses from a program's output, without values that vary. */
function answersIn(printed: string): string[] {
  return printed
    .split('\n')
    .map((line) => line.replaceAll(/[a-z]+_01[a-z\d]{24}|[\da-f-]{36}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…'));
}
