import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRecording } from '../kit/recording/read-recording.ts';
import { signUp } from '../kit/recording/testing/sign-up.ts';
import { startTarget } from '../targets/start-target.ts';
import type { Target } from '../targets/target.ts';
import { cli, start } from './testing/command.ts';
import { paddockHere } from './testing/in-process.ts';

const captured = fileURLToPath(new URL('../../fixtures/captured/', import.meta.url));
let folder: string;
let target: Target;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-recording-'));
  target = await startTarget('mock', { seed: 1 });
});
afterAll(async () => {
  await target.close();
  await rm(folder, { recursive: true });
});

/** Records a sign-up with `paddock record`, and ends the command with a signal. */
async function recordSignUp(out: string, signal: 'SIGINT' | 'SIGKILL', ...flags: string[]) {
  const { child, ended } = start([cli, 'record', '--target', target.baseUrl, '--out', out, ...flags], { cwd: folder });
  await signUp(await urlOf(child.stdout), target.newAccount().apiKey);
  child.kill(signal);
  return ended;
}

/** Reads the URL that `paddock record` prints. */
function urlOf(stdout: Readable): Promise<string> {
  return new Promise((resolve) => {
    stdout.on('data', (chunk) => {
      const [, found] = /Base URL for the application: (\S+)/.exec(String(chunk)) ?? [];
      if (found) resolve(found);
    });
  });
}

describe('paddock record', () => {
  test('records traffic, and grades the application at the end', async () => {
    const { code, out } = await recordSignUp('ended', 'SIGINT');
    // The application omits a required field once.
    expect(code).toBe(1);
    expect(out).toContain(
      "#12 POST /customers createCustomer 400\n  request: body must have required property 'email'",
    );
    expect(out).toMatch(/14 exchanges in ended; 1 does not match/);
    expect(out).toMatch(/Score: 100 of 100, from 14 requests/);
    expect(out).not.toContain('not empty');
    const replayed = await paddockHere(['replay', 'ended'], folder);
    expect([replayed.code, replayed.out, replayed.err]).toEqual([
      0,
      expect.stringContaining('14 same, 0 different'),
      '',
    ]);
  });

  test('reports an account that was not empty, and replay warns of it', async () => {
    const account = target.newAccount();
    await account.call('createCustomer', { body: { email: 'first@example.com' } });
    const { child, ended } = start([cli, 'record', '--target', target.baseUrl, '--out', 'used'], { cwd: folder });
    const headers = { authorization: `Bearer ${account.apiKey}` };
    await fetch(`${await urlOf(child.stdout)}/customers`, { headers });
    child.kill('SIGINT');
    const note = /not empty.*#1\b/;
    expect((await ended).out).toMatch(note);
    expect((await paddockHere(['replay', 'used'], folder)).err).toMatch(note);
  });

  test('reports an unreachable target to the application, and gives no score', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    // A server that listens on a port has an `AddressInfo`.
    const gone = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await new Promise((resolve) => server.close(resolve));
    const { child, ended } = start([cli, 'record', '--target', gone, '--out', 'down'], { cwd: folder });
    const response = await fetch(`${await urlOf(child.stdout)}/customers`);
    expect([response.status, (await response.json()).error.detail]).toEqual([
      502,
      expect.stringMatching(new RegExp(`${gone}: .*ECONNREFUSED`)),
    ]);
    child.kill('SIGINT');
    const { code, out, err } = await ended;
    expect([code, out, err]).toEqual([1, expect.not.stringContaining('Score:'), expect.stringContaining('No score')]);
    const graded = await paddockHere(['grade', 'down', '--json'], folder);
    expect([graded.code, JSON.parse(graded.out).score]).toEqual([1, null]);
  });

  test('keeps the recorded exchanges when it is killed', async () => {
    await recordSignUp('killed', 'SIGKILL');
    expect((await readRecording(join(folder, 'killed'))).exchanges).toHaveLength(14);
  });

  test.each([
    [['--target', 'https://api.paddle.com'], "the sandbox is the only host of Paddle's that is called"],
    [['--target', 'mars'], 'it is not a target'],
    [[], 'Could not record: required option'],
    [['--target', 'http://127.0.0.1:9', '--profile', 'mars'], 'Could not read the profile mars'],
  ])('ends with 2 for %j', async (args, message) => {
    const { code, err } = await paddockHere(['record', ...args], folder);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('paddock replay', () => {
  test('ends with 1 if a response differs', async () => {
    const { code, out } = await paddockHere(
      ['replay', `${captured}sign-up-guide`, '--target', 'mock:official'],
      folder,
    );
    expect(code).toBe(1);
    expect(out).toMatch(/^differs +#1 +createCustomer +body\.data\.locale is "en", not null$/m);
  });

  test('ends with 1 if there is nothing to replay', async () => {
    await cp(`${captured}sign-up-guide/recording.json`, join(folder, 'empty', 'recording.json'));
    const { code, err } = await paddockHere(['replay', 'empty'], folder);
    expect([code, err]).toEqual([1, expect.stringContaining('Nothing')]);
  });

  test('ends with 2 for a folder without a recording', async () => {
    const { code, err } = await paddockHere(['replay', 'nowhere'], folder);
    expect([code, err]).toEqual([2, expect.stringContaining('Could not read the recording nowhere: ')]);
  });
});

describe('paddock grade', () => {
  test('grades a recording, as JSON too, and ends with 1 below the minimum', async () => {
    const recording = `${captured}sign-up-official`;
    const { code, out } = await paddockHere(['grade', recording, '--minimum', '85'], folder);
    expect(code).toBe(0);
    expect(out).toMatch(/^serious conflict-ignored\n {2}#8 {2}<ctm:2> exists, but the application did not use it\.$/m);
    const json = await paddockHere(['grade', recording, '--json', '--minimum', '86'], folder);
    expect([json.code, JSON.parse(json.out)]).toEqual([
      1,
      expect.objectContaining({ score: 85, findings: [expect.objectContaining({ rule: 'conflict-ignored' })] }),
    ]);
  });

  test('grades the journal of a running mock', async () => {
    const { apiKey } = target.newAccount();
    await signUp(target.baseUrl, apiKey);
    const { code, out } = await paddockHere(['grade', '--url', target.baseUrl, '--key', apiKey], folder);
    expect(code).toBe(0);
    expect(out).toMatch(/Score: 100 of 100, from 13 requests and 0 deliveries/);
  });

  test('ends with 1 if there is nothing to grade', async () => {
    const { code, err } = await paddockHere(
      ['grade', '--url', target.baseUrl, '--key', target.newAccount().apiKey],
      folder,
    );
    expect([code, err]).toEqual([1, expect.stringContaining('no requests')]);
  });

  test('ends with 2 if no mock responds', async () => {
    const { code, err } = await paddockHere(['grade', '--url', 'http://127.0.0.1:9'], folder);
    expect([code, err]).toEqual([2, expect.stringContaining('Could not read the journal of http://127.0.0.1:9')]);
  });
});
