import { setTimeout as pause } from 'node:timers/promises';
import { redactUrl } from '#openapi/exchange/redact.ts';
import type { components } from '#openapi/generated/control.ts';
import type { Journal } from '../../journal/journal.ts';
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
/** Requests between two looks that nobody can read, and whose lines would take time from the API. */
const flood = 20;
/** Milliseconds between two events in a flood, unless a request is refused, and requests of each. */
const everyMsInFlood = 500;
const linesInFlood = 15;
/** Most requests that are sent at once otherwise, and those per look that are sent for long. */
const linesAtMost = 100;
const linesPerLook = 10;
/** Most requests, of either sort, that wait until fewer arrive. */
const waitingAtMost = 500;
/** Milliseconds without an event before one that keeps the connection open. */
const silenceMs = 15_000;

/** Follows a journal with events in portions, until the reader is gone or the server stops. */
export async function* followRequests(
  journal: Journal,
  after = journal.count,
  isStopping: () => boolean = () => false,
  signal?: AbortSignal,
): AsyncGenerator<ServerEvent> {
  let waiting = new WaitingRequests(journal, Math.max(after, journal.oldest - 1));
  let allowed = linesAtMost;
  let silentMs = silenceMs;
  while (!isStopping() && !signal?.aborted) {
    if (journal.count < waiting.last) {
      waiting = new WaitingRequests(journal, 0);
      yield { event: 'cleared', data: {} };
    }
    const isFlood = waiting.look() > flood;
    const dueMs = isFlood ? everyMsInFlood : waiting.hasSome ? 0 : silenceMs;
    if (waiting.hasRefused || silentMs >= dueMs) {
      const { requests, skipped } = waiting.take(isFlood ? linesInFlood : allowed);
      allowed = Math.max(0, allowed - requests.length);
      silentMs = 0;
      yield { event: 'requests', data: { requests, skipped, total: waiting.last } };
    }
    allowed = Math.min(linesAtMost, allowed + linesPerLook);
    await pause(everyMs, undefined, { ref: false });
    silentMs += everyMs;
  }
}

/** The requests of a journal that were not sent yet. */
class WaitingRequests {
  readonly #journal: Journal;
  /** Numbers of refused requests and of the others, oldest first. */
  readonly #refused: number[] = [];
  readonly #others: number[] = [];
  #last: number;
  #skipped = 0;

  constructor(journal: Journal, last: number) {
    this.#journal = journal;
    this.#last = last;
    this.look();
  }

  /** Number of the newest request that was seen. */
  get last(): number {
    return this.#last;
  }

  get hasRefused(): boolean {
    return this.#refused.length > 0;
  }

  get hasSome(): boolean {
    return this.hasRefused || this.#others.length > 0;
  }

  /** Adds what arrived, and returns how many requests it is. */
  look(): number {
    const { count, oldest } = this.#journal;
    const arrived = count - this.#last;
    const first = Math.max(this.#last + 1, oldest, count - waitingAtMost + 1);
    this.#skipped += first - this.#last - 1;
    this.#last = count;
    for (let number = first; number <= count; number += 1)
      (isRefused(this.#journal.statusOf(number) ?? 200) ? this.#refused : this.#others).push(number);
    for (const numbers of [this.#refused, this.#others])
      this.#skipped += numbers.splice(0, numbers.length - waitingAtMost).length;
    return arrived;
  }

  /** Takes requests, oldest first; of many the refused ones, and then the newest. `skipped` are those that wait no longer. */
  take(atMost: number): { requests: RequestLine[]; skipped: number } {
    const refused = takeLast(this.#refused, atMost);
    const numbers = [...refused, ...takeLast(this.#others, atMost - refused.length)];
    const requests = numbers.sort((one, other) => one - other).flatMap((number) => lineOf(this.#journal, number) ?? []);
    const skipped = this.#skipped + numbers.length - requests.length;
    this.#skipped = 0;
    return { requests, skipped };
  }
}

function takeLast(numbers: number[], atMost: number): number[] {
  return numbers.splice(Math.max(0, numbers.length - atMost));
}

function isRefused(status: number): boolean {
  return status >= 400 || status === 0;
}

function lineOf(journal: Journal, wanted: number): RequestLine | undefined {
  const summary = journal.summaryOf(wanted);
  if (!summary) return undefined;
  const { number, requestId, at, durationMs, operationId, method, url, status, fault } = summary;
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
    error_code: isRefused(status) ? codeIn(journal.find(number)?.responseBody) : null,
  };
}

/** Path of words and IDs, which needs no redaction: that takes longer than all the rest of a line. */
const harmless = /^(?:\/(?:[a-z-]{1,30}|(?!p[dgc])[a-z]{2,8}_[a-z\d]{26}))*$/;

/** Reads an error's code without parsing the rest, of which there may be much. */
function codeIn(body = ''): string | null {
  return /"code":"([a-z\d_]{1,100})"/.exec(body.slice(0, 1000))?.[1] ?? null;
}
