import { PassThrough } from 'node:stream';
import { WriteStream } from 'node:tty';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { requestLine } from './request-line.ts';

const at = new Date(2026, 6, 1, 9, 5, 7);
const facts = {
  requestId: '1',
  method: 'GET',
  path: '/customers',
  operationId: 'listCustomers',
  status: 200,
  durationMs: 1.234,
  account: null,
  hint: null,
};
const pipe = new PassThrough();
/** Reports its colours from the environment, as Node's terminals do. */
const { getColorDepth } = WriteStream.prototype;
const terminal = Object.assign(new PassThrough(), { isTTY: true, getColorDepth });
const colour = '\u001b[';

afterEach(() => vi.unstubAllEnvs());

describe('the line of a request', () => {
  test('has time, method, path, status, milliseconds and operation', () => {
    expect(requestLine(facts, at, pipe)).toBe('09:05:07  GET     /customers  200  1.2 ms  listCustomers');
  });

  test('has no operation for an unknown path, and the hint below', () => {
    const refused = { ...facts, status: 404, operationId: null, durationMs: 12.6, hint: 'Leave the slash out.' };
    expect(requestLine(refused, at, pipe)).toBe(
      '09:05:07  GET     /customers  404  13 ms\n          Hint: Leave the slash out.',
    );
  });

  test('shows no control characters that a caller sent', () => {
    expect(requestLine({ ...facts, path: '/\u001b[2J' }, at, pipe)).not.toContain(colour);
  });

  test('is coloured on a terminal, unless NO_COLOR is set', () => {
    vi.stubEnv('NO_COLOR', undefined);
    for (const name of ['CI', 'NODE_DISABLE_COLORS', 'TMUX']) vi.stubEnv(name, undefined);
    vi.stubEnv('FORCE_COLOR', undefined);
    vi.stubEnv('TERM', 'xterm-256color');
    expect(requestLine(facts, at, terminal)).toContain(colour);
    vi.stubEnv('NO_COLOR', '1');
    expect(requestLine(facts, at, terminal)).not.toContain(colour);
  });
});
