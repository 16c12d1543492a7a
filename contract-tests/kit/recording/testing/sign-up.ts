import { type ParsedBody, parseBody } from './parse-body.ts';

/**
 * Signs up two customers, like the application recorded in `fixtures/captured`: it creates, updates, lists pages, reads
 * an unknown ID, omits a required field and, once, its key.
 *
 * @param baseUrl of the target, or of a proxy in front of it.
 */
export async function signUp(baseUrl: string, apiKey: string): Promise<void> {
  const anonymous = { 'user-agent': 'shop/1.0', 'paddle-version': '1' };
  const identity = { authorization: `Bearer ${apiKey}`, ...anonymous };
  async function send(method: string, path: string, body?: object, headers: object = identity): Promise<ParsedBody> {
    const response = await fetch(path.startsWith('http') ? path : `${baseUrl}${path}`, {
      method,
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return parseBody(await response.text());
  }

  const { data: ada } = await send('POST', '/customers', {
    email: 'ada@example.com',
    name: 'Ada',
    custom_data: { plan: 'pro', token: 'not to be kept' },
  });
  await send('GET', `/customers/${ada.id}`);
  await send('PATCH', `/customers/${ada.id}`, { name: 'Ada L' });
  const { data: address } = await send('POST', `/customers/${ada.id}/addresses`, {
    country_code: 'DE',
    postal_code: '10115',
  });
  await send('GET', `/customers/${ada.id}/addresses/${address.id}`);
  await send('GET', '/customers?email=ada@example.com');
  await send('POST', '/customers', { email: 'kim@example.com' });
  await send('POST', '/customers', { email: 'kim@example.com' });
  const { next } = (await send('GET', '/customers?per_page=1')).meta.pagination;
  await send('GET', next.startsWith('http') ? next : `/customers?per_page=1&after=${next}`);
  await send('GET', '/customers/ctm_01h8441jn5pcwrfhwh78jqt8hk');
  await send('POST', '/customers', { name: 'Nobody' });
  await send('POST', `/customers/${ada.id}/portal-sessions`, {});
  await send('GET', '/customers', undefined, anonymous);
}
