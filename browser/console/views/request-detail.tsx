import type { operations } from '#openapi/generated/control.ts';
import { useLoaded } from '../load.ts';
import { Problem } from '../parts/action.tsx';
import { Code } from '../parts/code.tsx';
import { Json } from '../parts/json.tsx';
import { HttpStatus } from '../parts/status.tsx';
import { Time } from '../parts/time.tsx';

type Shown = operations['getRequest']['responses'][200]['content']['application/json'];

/** A request with both bodies, why it was refused, and programs that send it again. */
export function RequestDetail({ number }: { number: string }) {
  const { data, problem } = useLoaded<Shown>(`/_paddock/requests/${encodeURIComponent(number)}`);
  if (problem !== undefined) return <Problem text={problem} />;
  if (!data) return <p class="quiet">Loading…</p>;
  const { request, hint, curl, typescript } = data;
  const [path, parameters] = request.url.split(/\?(.*)/s);
  const words = wordsOf(request.response_body);
  return (
    <>
      <h2>
        <HttpStatus status={request.status} /> {request.method} {path}
      </h2>
      {(hint !== null || request.error_code !== null || request.unexpected !== null) && (
        <div class="why">
          {request.error_code !== null && (
            <p>
              Refused with <code>{request.error_code}</code>
            </p>
          )}
          {words.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {hint !== null && (
            <p>
              <b>Hint:</b> {hint}
            </p>
          )}
          {request.unexpected !== null && <p>{request.unexpected}</p>}
        </div>
      )}
      <dl class="facts">
        {parameters !== undefined && (
          <>
            <dt>Query</dt>
            <dd>
              <code>{parameters}</code>
            </dd>
          </>
        )}
        <dt>Operation</dt>
        <dd>{request.operation_id ?? 'none'}</dd>
        <dt>Received</dt>
        <dd>
          <Time at={request.received_at} /> · {request.duration_ms} ms
        </dd>
        <dt>Request ID</dt>
        <dd>
          <code>{request.request_id}</code>
        </dd>
        {request.fault !== null && (
          <>
            <dt>Fault</dt>
            <dd>{request.fault}</dd>
          </>
        )}
      </dl>
      <Body label="Request body" value={request.body} />
      <Body label="Response body" value={request.response_body} />
      <Code label="curl" text={curl} />
      <Code label="TypeScript" text={typescript} />
      <details>
        <summary>Headers</summary>
        <Json label="Request headers" value={request.headers} />
        <Json label="Response headers" value={request.response_headers} />
      </details>
    </>
  );
}

function Body({ label, value }: { label: string; value: unknown }) {
  return value === null || value === '' ? <p class="quiet">{label}: none.</p> : <Json label={label} value={value} />;
}

/** The words of a refusal, for the request and for its fields. */
function wordsOf(body: unknown): string[] {
  const { detail, errors } = Object(Object(body).error);
  const fields = Array.isArray(errors)
    ? errors.map((each: unknown) => `${Object(each).field}: ${Object(each).message}`)
    : [];
  return [...(typeof detail === 'string' ? [detail] : []), ...fields];
}
