import type { Pool } from 'undici';
import { freshApiKey } from '../../state/api-keys.ts';
import type { Send } from './large-accounts.ts';

/** Makes a sender with a new account. */
export function senderTo(pool: Pool): Send {
  const headers = { Authorization: `Bearer ${freshApiKey()}`, 'Content-Type': 'application/json' };
  return async (method, path, body) => {
    const answer = await pool.request({
      method: method as 'GET',
      path,
      headers,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.body.text();
    if (answer.statusCode >= 500) throw new Error(`${method} ${path} was answered with ${answer.statusCode}: ${text}`);
    return text.startsWith('{') ? JSON.parse(text) : {};
  };
}
