import { describe, expect, test } from 'vitest';
import { type DoctorReport, examine } from './examine.ts';
import { serve, serveStatus } from './testing/endpoint.ts';
import { examineReceiver, findingsOf } from './testing/examine-receiver.ts';
import { isGenuine, secret } from './testing/receiver.ts';

describe('the response of an endpoint:', () => {
  const resultOf = ({ cases }: DoctorReport, id: string) => cases.find((result) => result.id === id);

  test('a refusal may be any status but 2xx', async () => {
    const statuses = [301, 400, 403, 404, 500, 503];
    let refused = 0;
    const report = await examineReceiver((delivery) => {
      if (isGenuine(delivery)) return 200;
      refused += 1;
      return statuses[refused % statuses.length];
    });
    expect(findingsOf(report)).toEqual({});
  });

  test.each([
    [204, 'Answer 200: 204 counts as a failure.'],
    [302, 'A redirect counts as a failure. Give the final URL.'],
    [404, 'This URL does not accept POST. Check its path.'],
    [500, "The handler failed. See the endpoint's log."],
  ])('%i does not accept a valid delivery', async (status, hint) => {
    const report = await examineReceiver((delivery) => (isGenuine(delivery) ? status : 401));
    expect(resultOf(report, 'valid')).toMatchObject({ answers: [{ status }], verdict: 'not-accepted', hint });
  });

  test('a redirect is not followed', async () => {
    const paths: (string | undefined)[] = [];
    await using endpoint = await serve((request, response) => {
      paths.push(request.url);
      response.writeHead(307, { Location: '/elsewhere' }).end();
    });
    expect(findingsOf(await examine(endpoint.url, { secret }))).toMatchObject({ valid: 'not-accepted' });
    expect(new Set(paths)).toEqual(new Set(['/webhooks']));
  });

  test('no answer in time neither accepts nor refuses', async () => {
    await using endpoint = await serveStatus((delivery) => {
      if (delivery.header === undefined || delivery.body.includes('loyalty_card')) return undefined;
      return isGenuine(delivery) ? 200 : 401;
    });
    const report = await examine(endpoint.url, { secret, timeoutMs: 300 });
    const late = [{ failure: 'timeout', reason: 'TimeoutError', ms: expect.any(Number) }];
    expect(resultOf(report, 'unknown-event-type')).toMatchObject({ answers: late, verdict: 'not-accepted' });
    expect(resultOf(report, 'missing-header')).toMatchObject({ answers: late, verdict: 'warning' });
  });

  test('an answer that begins in time and never ends is too late', async () => {
    let deliveries = 0;
    await using endpoint = await serve((_request, response) => {
      deliveries += 1;
      response.writeHead(200);
      if (deliveries === 1) response.write('a first drop');
      else response.end();
    });
    const report = await examine(endpoint.url, { secret, timeoutMs: 300 });
    expect(resultOf(report, 'valid')).toMatchObject({ answers: [{ failure: 'timeout' }], verdict: 'not-accepted' });
  });

  test('a connection that breaks off neither accepts nor refuses', async () => {
    await using endpoint = await serve((request) => request.destroy());
    const { counts, passed } = await examine(endpoint.url, { secret });
    expect([counts.ok, counts['wrong-acceptance'], passed]).toEqual([0, 0, false]);
  });
});
