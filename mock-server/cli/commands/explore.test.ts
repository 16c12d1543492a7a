import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { serve } from '../../doctor/testing/endpoint.ts';
import { lastDeliveryWins } from '../../explore/examples/last-delivery-wins.ts';
import { newestEventWins } from '../../explore/examples/newest-event-wins.ts';
import { runHere } from '../testing/in-process.ts';

const secret = 'pdl_ntfset_explored';

/** Serves an application: its webhooks by POST, and what it has by GET. */
function serveApplication({ handle, read }: ReturnType<typeof lastDeliveryWins>) {
  return serve(async (request, response) => {
    if (request.method === 'GET') return void response.end(JSON.stringify(read()));
    const headers = { 'Paddle-Signature': String(request.headers['paddle-signature']) };
    const body = await text(request);
    const { status } = await handle(new Request('http://application', { method: 'POST', headers, body }));
    response.writeHead(status).end();
  });
}

const explore = (url: string, ...args: string[]) =>
  runHere(['explore', '--handler', url, '--read', url, '--secret', secret, '--patience', '1', ...args]);

describe('paddock explore', () => {
  test('exits with 0 if each order ends as the API has it', async () => {
    await using application = await serveApplication(newestEventWins(secret));
    const { code, out, err } = await explore(
      application.url,
      '--runs',
      '2',
      '--events',
      'subscription.updated,subscription.created',
    );
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^purchase: 1 event in 3 orders, always as the API has it\n(.+\n){7}$/);
  });

  test('exits with 1, and prints the smallest order that breaks the application', async () => {
    await using application = await serveApplication(lastDeliveryWins(secret));
    const { code, out } = await explore(
      application.url,
      '--scenario',
      'change-of-mind',
      '--events',
      'subscription.updated',
    );
    expect(code).toBe(1);
    expect(out).toMatch(/change-of-mind: BROKEN after \d+ orders; the smallest that breaks it:\n/);
    expect(out).toMatch(
      /1 {2}2026-02-\S+Z {2}subscription\.updated\n.*2 {2}2026-02-\S+ {2}subscription\.updated {2}(late|again)\n/,
    );
    expect(out).toMatch(/sub_\w+: next_billed_at is null, but "2026-02-28T\S+" in the API\n$/);
    expect(out).not.toContain(secret);
  });

  test('prints JSON', async () => {
    await using application = await serveApplication(newestEventWins(secret));
    const { out } = await explore(application.url, '--scenario', 'purchase', '--runs', '2', '--json');
    expect(JSON.parse(out)).toMatchObject({ scenarios: [{ scenario: 'purchase', orders: 3, broken: null }] });
  });

  test.each([[['--scenario', 'everything']], [['--runs', 'many']], [['--read', 'nowhere']]])(
    'refuses %j with one line and exit code 2',
    async (args) => {
      const { code, out, err } = await explore('http://127.0.0.1:9/', ...args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^Could not explore: .+\n$/);
    },
  );
});
