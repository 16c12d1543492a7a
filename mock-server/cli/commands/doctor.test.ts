import { describe, expect, test } from 'vitest';
import { serve, serveStatus } from '../../doctor/testing/endpoint.ts';
import { isGenuine, secret } from '../../doctor/testing/receiver.ts';
import { run } from '../testing/command.ts';
import { type Ended, runHere } from '../testing/in-process.ts';

const doctor = async (args: readonly string[]) => withoutSecret(await runHere(['doctor', ...args]));

function withoutSecret<Result extends Pick<Ended, 'out' | 'err'>>(ended: Result): Result {
  expect(ended.out + ended.err).not.toContain(secret);
  return ended;
}

describe('paddock doctor', () => {
  test('prints a table and exits with 0 for a correct endpoint, with the secret of the environment', async () => {
    await using endpoint = await serveStatus((delivery) => (isGenuine(delivery) ? 200 : 401));
    const { code, out, err } = withoutSecret(
      await run(['doctor', endpoint.url], { PADDOCK_WEBHOOK_SECRET: secret }).ended,
    );
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^case +sent +expected +answered +ms +verdict\nvalid +a valid delivery +accept +200 +\d+ +ok\n/,
    );
    expect(out).toMatch(/\n\n20 cases: 20 ok, 0 with a warning, 0 valid but refused, 0 wrongly accepted\.\n$/);
  });

  test('exits with 1 and prints advice for an endpoint that accepts anything', async () => {
    await using endpoint = await serveStatus(() => 200);
    const { code, out } = await doctor([endpoint.url, '--secret', secret]);
    expect(code).toBe(1);
    expect(out).toMatch(/missing-header +no Paddle-Signature +refuse +200 +\d+ +WRONGLY ACCEPTED/);
    expect(out).toContain('missing-header\n  Refuse unsigned deliveries, in every environment.\n');
  });

  test('prints the report as one JSON object with --json, and exits with 1 if a valid delivery is refused', async () => {
    await using endpoint = await serveStatus(() => 204);
    const { code, out } = await doctor([endpoint.url, '--secret', secret, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      passed: false,
      cases: expect.arrayContaining([expect.objectContaining({ id: 'valid', verdict: 'not-accepted' })]),
    });
  });

  test('waits no longer than --timeout', async () => {
    await using endpoint = await serve((request, response) => {
      if (request.headers['paddle-signature'] !== undefined) response.end();
    });
    const { out } = await doctor([endpoint.url, '--secret', secret, '--timeout', '250']);
    expect(out).toMatch(/missing-header +no Paddle-Signature +refuse +too late +\d+ +warning/);
  });

  test.each([
    [['http://127.0.0.1:9/']],
    [['nowhere', '--secret', secret]],
    [['http://127.0.0.1:9/', '--secret', '']],
    [['http://127.0.0.1:9/', '--secret', secret, '--timeout', 'soon']],
    [['http://127.0.0.1:9/', '--secret', secret]],
  ])('refuses %j with one line and exit code 2', async (args) => {
    const { code, out, err } = await doctor(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^Could not test the endpoint: .+\n$/);
  });
});
