import { Agent, request as dispatch } from 'undici';
import type { Send } from '../../contract/send.ts';

/** Connections to the mocks of this process, which close when these are idle. */
const dispatcher = new Agent();

/** Sends over HTTP with less work than `fetch`, since generated cases send tens of thousands of requests. */
export const sendToMock: Send = async ({ method, url, headers, body }, signal) => {
  try {
    const sent = {
      method,
      headers: Object.fromEntries(headers),
      body: body || null,
      signal: signal ?? null,
      dispatcher,
    };
    const response = await dispatch(url, sent);
    const received = new Headers();
    for (const [name, values] of Object.entries(response.headers))
      for (const value of [values ?? []].flat()) received.append(name, value);
    return { status: response.statusCode, headers: received, body: await response.body.text() };
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new TypeError('fetch failed', { cause: error });
  }
};
