import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Paddock, startPaddock } from '../../index.ts';
import { call } from '../../testing/call.ts';
import { runHere } from '../testing/in-process.ts';

let paddock: Paddock;
beforeAll(async () => {
  paddock = await startPaddock({ seed: 1 });
});
beforeEach(() => paddock.reset());
afterAll(() => paddock.close());

async function steer(...args: string[]): Promise<string> {
  const { code, out, err } = await runHere([...args, '--url', paddock.url]);
  expect([code, err]).toEqual([0, '']);
  return out.trim();
}
const customers = async () => (await call(paddock, 'GET', '/customers')).data.length;

test('paddock reset restores the initial state of the account', async () => {
  await paddock.trigger('customer.created');
  await steer('reset');
  expect(await customers()).toBe(0);
});

test('paddock clock prints, advances and sets the time', async () => {
  expect(await steer('clock', 'set', '2026-06-01T00:00:00Z')).toBe('2026-06-01T00:00:00.000Z');
  expect(await steer('clock', 'advance', '1d2h30m5s7ms')).toBe('2026-06-02T02:30:05.007Z');
  expect(await steer('clock')).toBe(paddock.clock.now().toISOString());
});

test('paddock requests prints requests of a status, also as a script', async () => {
  await paddock.requests.clear();
  expect(await steer('requests')).toBe('No requests found.');
  await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
  await call(paddock, 'POST', '/customers', { email: 'no address' });
  expect(await steer('requests')).toMatch(
    /POST {4}\/customers {2}201 .* createCustomer\n.*POST {4}\/customers {2}400 /,
  );
  expect(await steer('requests', '--status', '4XX')).not.toContain('201');
  const script = await steer('requests', '--status', '2XX,3XX', '--export', 'curl');
  expect(script).toContain('sam@example.com');
  expect(script).not.toContain('no address');
});

test('paddock snapshot takes, lists, restores and removes', async () => {
  expect(JSON.parse(await steer('snapshot', 'take', 'empty'))).toMatchObject({ name: 'empty' });
  expect(JSON.parse(await steer('snapshot', 'list'))).toMatchObject([{ name: 'empty' }]);
  await paddock.trigger('customer.created');
  await steer('snapshot', 'restore', 'empty');
  expect(await customers()).toBe(0);
  await steer('snapshot', 'remove', 'empty');
  expect(await paddock.snapshots.list()).toEqual([]);
});

test('paddock faults adds, lists and clears', async () => {
  const fault = JSON.parse(await steer('faults', 'add', '{"path":"/event-types","error":429,"first":1}'));
  expect(JSON.parse(await steer('faults'))).toEqual([fault]);
  expect((await call(paddock, 'GET', '/event-types')).error.code).toBe('too_many_requests');
  await steer('faults', 'clear');
  expect(await paddock.faults.list()).toEqual([]);
});

test.each([
  [2, ['snapshot'], 'Use `paddock snapshot list`, `paddock snapshot take <name>`,'],
  [2, ['clock', 'stop'], 'Use `paddock clock`, `paddock clock advance <length>`,'],
  [2, ['clock', 'advance'], 'paddock clock advance <length>'],
  [2, ['clock', 'advance', 'a month'], 'a month is not a duration'],
  [2, ['faults', 'add', 'none'], 'none is not valid JSON'],
  [2, ['faults', 'clear', 'all'], 'paddock faults clear'],
  [1, ['faults', 'add', '{}'], 'Could not'],
  [1, ['snapshot', 'restore', 'none'], 'none'],
  [1, ['clock', 'set', 'noon'], 'now'],
])('exits with %i and one line: %j', async (code, args, message) => {
  const ended = await runHere([...args, '--url', paddock.url]);
  expect(ended).toEqual({ code, out: '', err: expect.stringContaining(message) });
  expect(ended.err.trim().split('\n')).toHaveLength(1);
});

test('exits with 1 and one line if the mock is unreachable', async () => {
  const gone = await startPaddock();
  await gone.close();
  const { code, err } = await runHere(['reset', '--url', gone.url]);
  expect([code, err]).toEqual([1, expect.stringMatching(/^Could not reach Paddock at .*\n$/)]);
});
