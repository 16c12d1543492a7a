import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { guideBehaviours, officialBehaviours } from '../contract/behaviours.ts';
import { startMockForUse } from '../targets/mock.ts';
import { cli, start } from './testing/command.ts';
import { paddockHere } from './testing/in-process.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-measure-'));
});
afterAll(() => rm(folder, { recursive: true }));

const measure = (target: string, ...args: readonly string[]) =>
  paddockHere(['measure', '--target', target, ...args], folder);

/** Starts a mock with a profile, and returns its URL. */
async function startMock(profile: string): Promise<string> {
  const { child, ended } = start([cli, 'start', '--port', '0', '--json', '--profile', profile], { cwd: folder });
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return JSON.parse(line).url;
}

/** Reads the values of a profile file, by behaviour. */
async function valuesIn(file: string): Promise<Record<string, string>> {
  const { behaviours } = JSON.parse(await readFile(join(folder, file), 'utf8'));
  const entries = Object.entries<{ value: string }>(behaviours);
  return Object.fromEntries(entries.map(([name, { value }]) => [name, value]));
}

const mix = {
  ...guideBehaviours,
  archiving: 'patch',
  'pagination-next': 'url',
  'rate-limit': 'per-ip',
  timestamps: 'fractions',
  'webhook-retries': 'live',
} as const;

describe('paddock measure', () => {
  test('writes a profile that a mock can start with, which measures the same', async () => {
    const mixed = await startMockForUse('guide', mix);
    const first = await measure(mixed.url, '--out', 'first.json');
    await mixed.close();
    expect([first.code, first.err]).toEqual([0, '']);
    expect(await valuesIn('first.json')).toEqual(mix);
    await measure(await startMock('first.json'), '--out', 'second.json');
    expect(await valuesIn('second.json')).toEqual(mix);
  });

  test('prints guide, published and measured values, and writes no secrets', async () => {
    const { code, out } = await measure('mock:official');
    expect(code).toBe(0);
    expect(out).toMatch(/^webhook-retries +exponential +sandbox +sandbox$/m);
    expect(out).toMatch(/^customer\.name\.length +1024$/m);
    expect(out).toMatch(/^mock:official: 0 behaviours as in the guide, \d+ as Paddle publishes, 0 different/m);
    expect(await valuesIn('paddock.profile.json')).toEqual(officialBehaviours);
    expect(await readFile(join(folder, 'paddock.profile.json'), 'utf8')).not.toMatch(/(_apikey_|pga_|pdl_ntfset_)\w/);
  });

  test('leaves out what the budget does not allow to measure, and prints the reason', async () => {
    const mock = await startMockForUse('guide');
    const { code, out, err } = await measure(mock.url, '--budget', '5', '--out', 'little.json');
    await mock.close();
    expect([code, err]).toEqual([0, '']);
    expect(Object.keys(await valuesIn('little.json'))).toEqual(['duplicate-emails', 'pagination-next']);
    expect(out).toMatch(/^archiving +.*requests of the run are spent/m);
  });

  test('ends with 1, and writes nothing, if nothing could be measured', async () => {
    const mock = await startMockForUse('guide');
    const { code, err } = await measure(mock.url, '--budget', '1', '--out', 'nothing.json');
    await mock.close();
    expect(code).toBe(1);
    expect(err).toContain(`Could not measure ${mock.url}: nothing could be found out.`);
    await expect(readFile(join(folder, 'nothing.json'))).rejects.toThrow('ENOENT');
  });
});
