import { Agent, request } from 'undici';

/** What came back from a destination. */
export type SendResult = {
  /** Whether it counts as delivered. @evidence official: a 200 within five seconds */
  ok: boolean;
  /** 0 where no answer came. */
  code: number;
  contentType: string | null;
  /** The first part of the body, or what went wrong. */
  body: string;
};

// @evidence official: five seconds. assumed: how much of an answer is read, and how much is kept.
const answerWithinMs = 5000;
const bytesReadAtMost = 1024 * 1024;
const charactersKeptAtMost = 1000;

/** Connections to destinations, kept open from one delivery to the next. */
export function createAgent(): Agent {
  return new Agent({ keepAliveTimeout: 4000, connect: { timeout: answerWithinMs } });
}

/** Sends a body to a destination. Does not follow redirects, and does not throw. */
export async function send(
  url: string,
  body: string,
  signature: string,
  agent: Agent,
  signal: AbortSignal,
): Promise<SendResult> {
  try {
    const response = await request(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        // @evidence official: the agent's name contains Paddle.
        'user-agent': 'Paddle/1.0 (Paddock)',
        'paddle-signature': signature,
      },
      body,
      dispatcher: agent,
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]),
    });
    const text = await readSome(response.body);
    const contentType = response.headers['content-type'];
    return {
      ok: response.statusCode === 200 && text !== undefined,
      code: response.statusCode,
      contentType: typeof contentType === 'string' ? contentType : null,
      body: text ?? `The answer is longer than ${bytesReadAtMost} bytes.`,
    };
  } catch (error) {
    return { ok: false, code: 0, contentType: null, body: reasonOf(error) };
  }
}

/** Reads a body to its end, and keeps its first part; undefined for one that is too long. */
async function readSome(body: AsyncIterable<Buffer> & { destroy: () => unknown }): Promise<string | undefined> {
  const kept: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > bytesReadAtMost) {
      body.destroy();
      return undefined;
    }
    if (length - chunk.length < 4 * charactersKeptAtMost) kept.push(chunk);
  }
  return Buffer.concat(kept).toString().slice(0, charactersKeptAtMost);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `There was no whole answer within ${answerWithinMs / 1000} seconds.`;
  const { cause } = error;
  return (cause instanceof Error ? cause.message : error.message) || error.name;
}
