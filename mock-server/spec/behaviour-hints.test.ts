import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Paddock, startPaddock } from '../index.ts';

const importMeta = { imported_from: 'paddle_classic', external_id: '7' };
const destination = { description: 'Shop', type: 'url', destination: 'https://shop.example.com/hooks' };

describe.each(['guide', 'official'] as const)('in the profile %s, refusals by a behaviour', (profile) => {
  let paddock: Paddock;
  beforeAll(async () => {
    paddock = await startPaddock({ profile, rateLimit: false });
  });
  afterAll(() => paddock.close());

  async function send(method: string, path: string, body?: object, { url, apiKey } = paddock) {
    const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' };
    const response = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return { status: response.status, hint: response.headers.get('x-paddock-hint') };
  }

  const cases: Record<string, [method: string, path: string, body: object | undefined, switched: string][]> = {
    guide: [
      ['POST', '/customers', { email: 'a@example.com', custom_data: { seats: 5 } }, 'custom-data-values=json'],
      [
        'POST',
        '/notification-settings',
        { ...destination, subscribed_events: ['report.created'] },
        'webhook-events=all',
      ],
    ],
    official: [
      ['POST', '/customers', { email: 'b@example.com', marketing_consent: true }, 'marketing-consent=writable'],
      ['POST', '/customers/ctm_01h8441jn5pcwrfhwh78jqt8hk/archive', undefined, 'archiving=endpoint'],
      ['POST', '/customers', { email: 'd@example.com', import_meta: importMeta }, 'import-meta=set-once'],
    ],
  };

  test.each(cases[profile] ?? [])(
    'name the switch in a hint, and accept the request after it: %s %s',
    async (method, path, body, switched) => {
      const { status, hint } = await send(method, path, body);
      expect(status).toBeGreaterThanOrEqual(400);
      const [, flag = ''] = /--behaviour (\S+)$/.exec(hint ?? '') ?? [];
      expect(flag).toBe(switched);
      const [name = '', value = ''] = flag.split('=');
      await using other = await startPaddock({ profile, behaviours: { [name]: value } });
      expect(await send(method, path, body, other)).toMatchObject({ hint: null });
    },
  );

  test('have a hint only if another value accepts the request', async () => {
    expect(await send('POST', '/customers', { email: 7 })).toEqual({ status: 400, hint: null });
    expect((await send('POST', '/customers', { email: 'c@example.com', colour: 'red' })).hint).toBeNull();
    expect((await send('POST', '/customers', { email: 'c@example.com', custom_data: 7 })).hint).toBeNull();
  });
});

test('the guide’s refusal of an archived customer says how Paddle would accept it', async () => {
  await using paddock = await startPaddock();
  const headers = { Authorization: `Bearer ${paddock.apiKey}`, 'Content-Type': 'application/json' };
  const send = (method: string, path: string, body: object) =>
    fetch(paddock.url + path, { method, headers, body: JSON.stringify(body) });
  const { data } = await (await send('POST', '/customers', { email: 'a@example.com' })).json();
  await send('PATCH', `/customers/${data.id}`, { status: 'archived' });
  const refused = await send('PATCH', `/customers/${data.id}`, { status: 'active' });
  expect(refused.status).toBe(404);
  expect(refused.headers.get('x-paddock-hint')).toContain('--behaviour patch-archived=entity-archived');
});

test('so does the refusal of an import', async () => {
  await using paddock = await startPaddock();
  const csv = 'email,custom data\nsam@example.com,"{""seats"":5}"\n';
  const { refused, notes } = await paddock.import({ csv });
  expect(refused).toMatchObject([{ faults: [{ field: 'custom_data.seats' }] }]);
  expect(notes).toMatchObject([
    { about: 'customers', note: expect.stringContaining('--behaviour custom-data-values=json') },
  ]);
});
