import { effect, signal, untracked } from '@preact/signals';
import type { components } from '#openapi/generated/control.ts';
import { account, headersOf } from './session.ts';

type Request = components['schemas']['request'];
export type RequestLine = Omit<
  Request,
  'params' | 'headers' | 'body' | 'response_headers' | 'response_body' | 'unexpected'
>;

type Batch = { requests: RequestLine[]; skipped: number; total: number };

/** Requests in the order of arrival, in an array that grows at its end. `version` says when it did. */
export const live = {
  lines: [] as RequestLine[],
  version: signal(0),
  total: signal(0),
  /** Requests that arrived too fast to be sent one by one. */
  skipped: signal(0),
  isConnected: signal(false),
  /** True while the server takes neither the key nor the control token. */
  isForbidden: signal(false),
  /** True while a server that answered before does not. */
  isLost: signal(false),
};

const linesAtMost = 5_000;
const againAfterMs = 1_000;

let arrived: Batch[] = [];
let isScheduled = false;

/** Adds what arrived since the last frame, so that a thousand requests a second are drawn as often as one. */
function draw(): void {
  isScheduled = false;
  const newest = live.lines.at(-1)?.number ?? 0;
  const isInOrder = arrived.every(({ requests }) => requests.every(({ number }) => number > newest));
  for (const { requests, skipped, total } of arrived) {
    live.lines.push(...requests);
    live.skipped.value += skipped;
    live.total.value = total;
  }
  arrived = [];
  // Requests that waited until fewer arrived come late.
  if (!isInOrder) live.lines.sort((one, other) => one.number - other.number);
  if (live.lines.length > linesAtMost) live.lines.splice(0, live.lines.length - linesAtMost);
  live.version.value += 1;
}

function schedule(): void {
  if (isScheduled) return;
  isScheduled = true;
  // A hidden page has no frames.
  if (document.hidden) setTimeout(draw, 100);
  else requestAnimationFrame(draw);
}

function clear(): void {
  arrived = [];
  live.lines = [];
  live.skipped.value = 0;
  live.total.value = 0;
  live.version.value += 1;
}

/** Follows the requests of the chosen account for as long as the page is open. */
export function followRequests(): void {
  let current: AbortController | undefined;
  effect(() => {
    const chosen = account.value;
    current?.abort();
    current = new AbortController();
    const { signal: ended } = current;
    untracked(() => {
      clear();
      void keepFollowing(headersOf(chosen), ended);
    });
  });
}

async function keepFollowing(headers: Record<string, string>, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    await follow(headers, ended).catch(() => undefined);
    if (ended.aborted) return;
    live.isLost.value ||= live.isConnected.value;
    live.isConnected.value = false;
    await new Promise((resolve) => setTimeout(resolve, againAfterMs));
  }
}

/** Reads the stream by `fetch`, since an `EventSource` has no headers and the key would be in its address. */
async function follow(headers: Record<string, string>, signal: AbortSignal): Promise<void> {
  const { ok, status, body } = await fetch('/_paddock/requests/live?after=0', { headers, signal });
  live.isForbidden.value = status === 403;
  if (!ok || !body) return;
  clear();
  live.isConnected.value = true;
  live.isLost.value = false;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done || signal.aborted) return;
    text += value;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) take(event);
  }
}

function take(event: string): void {
  const [, name = ''] = /^event: (.*)$/m.exec(event) ?? [];
  const [, data = '{}'] = /^data: (.*)$/m.exec(event) ?? [];
  if (name === 'cleared') clear();
  if (name !== 'requests') return;
  // The stream has the form that the document gives it.
  arrived.push(JSON.parse(data) as Batch);
  schedule();
}
