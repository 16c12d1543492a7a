import { parseJson } from '#openapi/document/json.ts';
import { createRedactor } from '#openapi/exchange/redact.ts';
import { readErrorEnvelope } from './error-envelope.ts';
import { PaddleRequestError, type PaddleRequestErrorFields } from './paddle-request-error.ts';
import { redactCause } from './redact-cause.ts';
import { retryAfterSeconds } from './retry-after.ts';

/** Properties that are known before the response arrives. */
type About = Pick<PaddleRequestErrorFields, 'method' | 'url' | 'attempts'>;

const unknown = { type: null, errors: [], documentationUrl: null, requestId: null } as const;

/** Creates the errors of a client, with the API key (in any encoding) and other secrets redacted. */
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
    /** An error response from Paddle, or a response that Paddle did not send. */
    refused: (about: About, response: Response, text: string) => {
      const envelope = response.ok ? null : readErrorEnvelope(parseJson(text));
      return answered(about, response, envelope ?? notOfPaddle(beginning(redact(text.slice(0, longestToRedact)))));
    },
    /** A response larger than the limit. */
    tooLong: (about: About, response: Response, maxBytes: number) =>
      answered(about, response, notOfPaddle(`it is larger than ${maxBytes} bytes`)),
    /** No response, or a timeout. */
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

/** Much longer than what is shown, so that no secret in the shown part is cut before it is redacted. */
const longestToRedact = 64 * 1024;

function beginning(text: string): string {
  return (text.length > 200 ? `${text.slice(0, 200)}…` : text) || 'its body is empty';
}

/** Accepts only hexadecimal digits and hyphens, as in Paddle's request IDs, and lengths below that of an API key. */
function isRequestId(text: string | null): boolean {
  return text !== null && /^[\da-f-]{1,36}$/i.test(text);
}

/** Returns the message of the innermost cause, since the outermost is only "fetch failed". */
function innermostMessage(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? innermostMessage(cause.cause) : cause.message || cause.name;
}
