import { createRedactor } from '#openapi/exchange/redact.ts';
import { retryAfterSeconds } from '../retry/retry-after.ts';
import { parseJson, readErrorEnvelope } from './error-envelope.ts';
import { PaddleRequestError, type PaddleRequestErrorFields } from './paddle-request-error.ts';
import { redactCause } from './redact-cause.ts';

/** What is known of a request before it is answered. */
type About = Pick<PaddleRequestErrorFields, 'method' | 'url' | 'attempts'>;

const unknown = { type: null, errors: [], documentationUrl: null, requestId: null } as const;

/** Makes the errors of a client. None shows the key, in whatever encoding a server repeats it, nor another secret. */
export function createFailures(apiKey: string) {
  const redact = createRedactor([apiKey]);

  const answered = (about: About, response: Response, said: Said) =>
    new PaddleRequestError(
      redact({
        ...about,
        ...said,
        status: response.status,
        requestId: [said.requestId, response.headers.get('Request-Id')].find(isRequestId) ?? null,
        retryAfterSeconds: retryAfterSeconds(response.headers, Date.now()),
        hint: response.headers.get('X-Paddock-Hint'),
      }),
    );

  return {
    /** For an error of Paddle's, and for an answer that is not Paddle's. */
    refused: (about: About, response: Response, text: string) => {
      const envelope = response.ok ? null : readErrorEnvelope(parseJson(text));
      return answered(about, response, envelope ?? notOfPaddle(beginning(redact(text.slice(0, longestToRedact)))));
    },
    /** For an answer that is longer than the client reads. */
    tooLong: (about: About, response: Response, maxBytes: number) =>
      answered(about, response, notOfPaddle(`it is larger than ${maxBytes} bytes`)),
    /** For a request that was not answered at all, or not in time. */
    noAnswer: (about: About, timeoutMs: number | null, thrown: unknown) => {
      const cause = redactCause(thrown, redact);
      const detail =
        timeoutMs === null ? `No response: ${innermostMessage(cause)}` : `No response within ${timeoutMs} ms.`;
      const code = timeoutMs === null ? 'network_error' : 'timeout';
      const nothing = { status: null, retryAfterSeconds: null, hint: null };
      return new PaddleRequestError(redact({ ...about, ...unknown, ...nothing, code, detail }), { cause });
    },
  };
}

type Said = Omit<PaddleRequestErrorFields, keyof About | 'status' | 'retryAfterSeconds' | 'hint'>;

function notOfPaddle(finding: string): Said {
  return { ...unknown, code: 'invalid_response', detail: `The response did not come from Paddle's API: ${finding}` };
}

/** Far more than is shown, so that no secret is cut in the part that is. */
const longestToRedact = 64 * 1024;

function beginning(text: string): string {
  return (text.length > 200 ? `${text.slice(0, 200)}…` : text) || 'its body is empty';
}

/** Whether a text looks like an ID of a request, which Paddle makes of hexadecimal digits. No key is as short. */
function isRequestId(text: string | null): boolean {
  return text !== null && /^[\da-f-]{1,36}$/i.test(text);
}

/** `fetch` fails with "fetch failed", and what happened is in the cause of that. */
function innermostMessage(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? innermostMessage(cause.cause) : cause.message || cause.name;
}
