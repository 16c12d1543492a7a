import { describe, expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { baseUrlFor, type PaddleEnvironment } from './environment.ts';

describe('baseUrlFor', () => {
  test.for([
    ['sandbox', 'sandbox', 'https://sandbox-api.paddle.com'],
    ['sandbox', 'legacy', 'https://sandbox-api.paddle.com'],
    ['live', 'live', 'https://api.paddle.com'],
    ['live', 'legacy', 'https://api.paddle.com'],
    ['https://sandbox-api.paddle.com/', 'sandbox', 'https://sandbox-api.paddle.com'],
    ['http://127.0.0.1:4010', 'sandbox', 'http://127.0.0.1:4010'],
    ['http://localhost:4010/', 'legacy', 'http://localhost:4010'],
    ['http://paddock:4010', 'sandbox', 'http://paddock:4010'],
    ['https://gateway.example/paddle/', 'live', 'https://gateway.example/paddle'],
    [new URL('http://[::1]:4010/'), 'sandbox', 'http://[::1]:4010'],
  ] as const)('sends to %s with a %s key', ([environment, key, expected]) => {
    expect(baseUrlFor(environment, key)).toBe(expected);
  });

  test.for([
    ['a sandbox key for live', 'live', 'sandbox'],
    ['a live key for the sandbox', 'sandbox', 'live'],
    ['a sandbox key for live, by URL', 'https://api.paddle.com', 'sandbox'],
    ['a live key for the sandbox, by URL', 'https://sandbox-api.paddle.com', 'live'],
    ['Paddle over plain http', 'http://api.paddle.com', 'live'],
    ['a live key for this machine', 'http://127.0.0.1:4010', 'live'],
    ['a live key for this machine, encrypted', 'https://localhost:4010', 'live'],
    ['a live key over plain http', 'http://gateway.example', 'live'],
    ['a key that may be live over plain http', 'http://gateway.example', 'legacy'],
    ['a URL with a user', 'https://user:secret@gateway.example', 'sandbox'],
    ['a URL with a query', 'https://gateway.example/?a=b', 'sandbox'],
    ['another scheme', 'ftp://gateway.example', 'sandbox'],
    ['no URL', 'production', 'sandbox'],
    ['a name that every object has', 'constructor', 'sandbox'],
  ] satisfies [string, PaddleEnvironment, 'sandbox' | 'live' | 'legacy'][])('refuses %s', ([, environment, key]) => {
    expect(() => baseUrlFor(environment, key)).toThrow(UsageError);
    expect(() => baseUrlFor(environment, key)).toThrow(/^Could not .+: .+\. (Use|Pass) .+\.$/);
  });
});
