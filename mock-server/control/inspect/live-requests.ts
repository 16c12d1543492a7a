import { setTimeout as pause } from 'node:timers/promises';
import { redactUrl } from '#openapi/exchange/redact.ts';
import type { components } from '#openapi/generated/control.ts';
import type { Journal, JournalEntry } from '../../journal/journal.ts';
import type { ServerEvent } from '../event-stream.ts';

/** A request in short, as it is streamed. */
export type RequestLine = Pick<
  components['schemas']['request'],
  | 'number'
  | 'request_id'
  | 'received_at'
  | 'duration_ms'
  | 'operation_id'
  | 'method'
  | 'url'
  | 'status'
  | 'fault'
  | 'error_code'
>;

/** Milliseconds between two looks at the journal. Polling leaves the path of each request as it is. */
const everyMs = 100;
/** Most requests per event: more cannot be read anyway, and would cost the API time. */
const linesAtMost = 100;
/** Most refusals among those looked at, since each is read for its code. */
const lookedAtMost = 400;
/** Milliseconds without an event before one that keeps the connection open. */
const silenceMs = 15_000;

/** Follows a journal with events in portions, until the reader is gone or the server stops. */
export async function* followRequests(
  journal: Journal,
  after = journal.count,
  isStopping: () => boolean = () => false,
  signal?: AbortSignal,
): AsyncGenerator<ServerEvent> {
  let last = Math.max(after, journal.oldest - 1);
  let silentMs = silenceMs;
  while (!isStopping() && !signal?.aborted) {
    if (journal.count < last) {
      last = 0;
      yield { event: 'cleared', data: {} };
    }
    if (journal.count > last || silentMs >= silenceMs) {
      const { lines, skipped } = linesAfter(journal, last);
      last = journal.count;
      silentMs = 0;
      yield { event: 'requests', data: { requests: lines, skipped, total: last } };
    }
    await pause(everyMs, undefined, { ref: false });
    silentMs += everyMs;
  }
}

/** Returns the requests behind a number, oldest first; of many the refused ones, and then the newest. */
function linesAfter(journal: Journal, last: number): { lines: RequestLine[]; skipped: number } {
  const { count } = journal;
  const first = Math.max(last + 1, journal.oldest, count - lookedAtMost + 1);
  const refused: number[] = [];
  const others: number[] = [];
  for (let number = first; number <= count; number += 1)
    (isRefused(journal.statusOf(number) ?? 200) ? refused : others).push(number);
  const kept = refused.slice(-linesAtMost);
  const chosen = [...kept, ...others.slice(others.length - Math.min(others.length, linesAtMost - kept.length))];
  const lines = chosen
    .sort((one, other) => one - other)
    .flatMap((number) => {
      const entry = journal.find(number);
      return entry ? [lineOf(entry)] : [];
    });
  return { lines, skipped: count - last - lines.length };
}

function isRefused(status: number): boolean {
  return status >= 400 || status === 0;
}

function lineOf(entry: JournalEntry): RequestLine {
  const { number, requestId, at, durationMs, operationId, method, url, status, fault } = entry;
  return {
    number,
    request_id: requestId,
    received_at: new Date(at).toISOString(),
    duration_ms: Math.round(durationMs * 1000) / 1000,
    operation_id: operationId,
    method,
    url: harmless.test(url) ? url : redactUrl(url),
    status,
    fault,
    error_code: isRefused(status) ? codeIn(entry.responseBody) : null,
  };
}

/** Path of words and IDs, which needs no redaction: that takes longer than all the rest of a line. */
const harmless = /^(?:\/(?:[a-z-]{1,30}|(?!p[dgc])[a-z]{2,8}_[a-z\d]{26}))*$/;

/** Reads an error's code without parsing the rest, of which there may be much. */
function codeIn(body = ''): string | null {
  return /"code":"([a-z\d_]{1,100})"/.exec(body.slice(0, 1000))?.[1] ?? null;
}
