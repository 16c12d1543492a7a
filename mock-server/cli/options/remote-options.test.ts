import { InvalidArgumentError } from 'commander';
import { describe, expect, test } from 'vitest';
import { readField, readUrl } from './remote-options.ts';

describe('a field to set', () => {
  test.each([
    ['name=Ada', { name: 'Ada' }],
    ['data.name=Ada', { name: 'Ada' }],
    ['name=', { name: '' }],
    ['name=a=b', { name: 'a=b' }],
    ['name=line\nline', { name: 'line\nline' }],
  ])('reads %j as text, in addition to earlier ones', (text, field) => {
    expect(readField(text, { email: 'sam@example.com' })).toEqual({ email: 'sam@example.com', ...field });
  });

  test.each(['name', '=Ada', 'data.=Ada', 'custom_data.plan=pro', 'data.custom_data.plan=pro', ''])(
    'refuses %j',
    (text) => {
      expect(() => readField(text, {})).toThrow(InvalidArgumentError);
    },
  );
});

describe('a URL to call', () => {
  test.each(['http://127.0.0.1:4010', 'https://example.com/webhooks/?a=b', 'http://paddle.com.example'])(
    'returns %s unchanged',
    (text) => {
      expect(readUrl(text)).toBe(text);
    },
  );

  test.each([
    'nowhere',
    'ftp://127.0.0.1',
    '',
    'https://paddle.com',
    'https://sandbox-api.paddle.com',
    'https://API.paddle.com./x',
  ])('refuses %j', (text) => {
    expect(() => readUrl(text)).toThrow(InvalidArgumentError);
  });
});
