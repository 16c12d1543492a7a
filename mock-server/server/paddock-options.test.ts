import { expect, test, vi } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { sqliteError } from '../state/testing/sqlite-error.ts';
import { defineConfig } from './config.ts';
import { accountDefaultsOf } from './paddock-options.ts';

test('a bug is reported unchanged, a failure of the data file as a message', () => {
  const reported: unknown[] = [];
  const { report } = accountDefaultsOf({
    onBug: (error) => reported.push(['bug', error]),
    onStorageFailure: (message) => reported.push(['storage', message]),
  });
  const bug = new Error('A bug.');
  report(bug);
  report(sqliteError('Code of SQLite.', 13));
  expect(reported).toEqual([
    ['bug', bug],
    ['storage', 'Could not use the data file: the disk is full. Free some space; the request changed nothing.'],
  ]);
});

test.each([0, 1, 5])('%s exchanges can be kept', (journal) => {
  expect(accountDefaultsOf({ journal }).journal.entriesAtMost).toBe(journal);
});

test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%s exchanges cannot be kept', (journal) => {
  expect(() => accountDefaultsOf({ journal })).toThrow(UsageError);
  expect(() => accountDefaultsOf({ journal })).toThrow(
    `Could not start: journal is ${journal}. Give a whole number of at least 0.`,
  );
});

test.each(['maxAccounts', 'maxEvents', 'maxWaiting', 'maxSnapshots', 'maxBodyBytes'] as const)(
  '%s is a whole number of at least 1, and has a default',
  (name) => {
    const { limits } = accountDefaultsOf({ [name]: undefined });
    expect(limits[name]).toBeGreaterThanOrEqual(100);
    expect(accountDefaultsOf({ [name]: 1 }).limits).toEqual({ ...limits, [name]: 1 });
    for (const value of [0, -1, 1.5, Number.NaN, 2 ** 53]) {
      expect(() => accountDefaultsOf({ [name]: value })).toThrow(UsageError);
      expect(() => accountDefaultsOf({ [name]: value })).toThrow(`${name} is ${value}.`);
    }
  },
);

test('a seed freezes the clock of each account, unless clock is set', () => {
  expect(accountDefaultsOf({}).clock).toBeUndefined();
  expect(accountDefaultsOf({ seed: 0 }).clock).toEqual({ now: '2026-01-01T00:00:00Z', frozen: true });
  expect(accountDefaultsOf({ seed: 0, clock: { frozen: false } }).clock).toEqual({ frozen: false });
});

test.each<[object, string]>([
  [{ prot: 4010 }, 'there is no option prot. Did you mean port?'],
  [{ sed: 1 }, 'Did you mean seed?'],
  [{ profile: 'offical' }, 'Did you mean official?'],
  [{ behaviours: { 'duplicate-email': 'allow' } }, 'Did you mean duplicate-emails?'],
  [{ behaviours: { 'duplicate-emails': 'alow' } }, 'Did you mean allow?'],
  [{ clock: '2026-07-01' }, "such as { now: '2026-07-01', frozen: true }."],
  [{ clock: new Date() }, 'clock must be an object'],
  [{ clock: { time: '2026-07-01' } }, 'The options are now, frozen.'],
  [{ webhook: 'http://127.0.0.1:9/' }, 'webhook must be an object'],
  [{ webhook: { ulr: 'http://127.0.0.1:9/' } }, 'Did you mean url?'],
])('the options %j are refused with a suggestion', (options, message) => {
  expect(() => accountDefaultsOf(options)).toThrow(UsageError);
  expect(() => accountDefaultsOf(options)).toThrow(message);
});

test('defineConfig returns its argument', () => {
  const config = { profile: 'official', port: 4010 } as const;
  expect(defineConfig(config)).toBe(config);
});

test('the defaults limit requests and accounts in memory', () => {
  expect(accountDefaultsOf({}).behaviours['rate-limit']).toBe('per-key');
  expect(accountDefaultsOf({ rateLimit: false }).behaviours['rate-limit']).toBe('off');
  expect([accountDefaultsOf({}).isInFile, accountDefaultsOf({ data: 'paddock.db' }).isInFile]).toEqual([false, true]);
});

test('notices are printed by default', () => {
  using printed = vi.spyOn(console, 'error').mockReturnValue();
  const onNotice = vi.fn();
  accountDefaultsOf({ onNotice }).notice('Told.');
  accountDefaultsOf({}).notice('Printed.');
  expect([onNotice.mock.calls, printed.mock.calls]).toEqual([[['Told.']], [['Printed.']]]);
});
