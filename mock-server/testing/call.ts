import type { Paddock } from '../index.ts';

/** Calls a mock with the key of its default account, and returns the body; undefined if there is none. */
export async function call(paddock: Paddock, method: string, path: string, body?: object) {
  const response = await fetch(paddock.url + path, {
    method,
    headers: { Authorization: `Bearer ${paddock.apiKey}`, ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return response.status === 204 ? undefined : response.json();
}
