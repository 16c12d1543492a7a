import { createServer } from 'node:http';
import express from 'express';
import { describe, expect, test } from 'vitest';
import { Delays } from '../../faults/delays.ts';
import type { FaultAct } from '../../faults/fault.ts';
import { fetchFrom } from '../../in-process/fetch.ts';
import { type ApiResponse, Exchange } from '../exchange.ts';
import { type PlainAnswer, sendFaulty } from './send-faulty.ts';

/** Records the delays, and ends each at once. */
class NotedDelays extends Delays {
  readonly waited: number[] = [];

  override wait(milliseconds: number, _response: ApiResponse, onEnd: () => void): void {
    this.waited.push(milliseconds);
    onEnd();
  }
}

/** Ends each delay when the client has disconnected. */
class DelaysUntilGone extends NotedDelays {
  override wait(_milliseconds: number, response: ApiResponse, onEnd: () => void): void {
    response.once('close', onEnd);
    response.destroy();
  }
}

const quarter = { next: () => 0.25, state: null, goTo: () => undefined };

/** Sends a response with a fault; returns it and what the observer received. */
async function outcomeOf(act: FaultAct, answer: PlainAnswer, delays = new NotedDelays()) {
  const observed: { text: string | undefined; ms: number }[] = [];
  const app = express().use((_request, response: ApiResponse) => {
    response.locals = new Exchange('an ID', (_of, text, ms) => observed.push({ text, ms }));
    sendFaulty(response, { id: 'fault_1', act, random: quarter, delays }, answer);
  });
  const { fetch, close } = fetchFrom(createServer(app));
  const started = performance.now();
  const received = await receive(fetch);
  const elapsed = performance.now() - started;
  await close();
  return { waited: delays.waited, observed, elapsed, ...received };
}

/** Sends a request; returns undefined if the connection breaks. */
async function receive(fetch: typeof globalThis.fetch) {
  try {
    const response = await fetch('http://mock.example/customers');
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    if (error instanceof TypeError) return {};
    throw error;
  }
}

describe('a response', () => {
  test.each<[FaultAct, string | undefined, number]>([
    [{}, 'text', 0],
    [{ delay_ms: 7 }, 'text', 7],
    [{ jitter_ms: 100 }, 'text', 25],
    [{ delay_ms_per_byte: 0.5 }, 'Åsa', 2],
    [{ delay_ms_per_byte: 0.5 }, undefined, 0],
    [{ delay_ms: 7, jitter_ms: 100, delay_ms_per_byte: 1 }, 'text', 36],
  ])('changed by %j with the text %j is delayed by %d ms', async (act, text, milliseconds) => {
    expect((await outcomeOf(act, { status: 200, text })).waited).toEqual([milliseconds]);
  });

  test('without a body is sent without one', async () => {
    const { status, text, observed, headers } = await outcomeOf({ delay_ms: 1 }, { status: 204, text: undefined });
    expect([status, text, observed.map((each) => each.text)]).toEqual([204, '', [undefined]]);
    expect(headers?.get('X-Paddock-Fault')).toBe('fault_1');
    expect(headers?.get('Request-Id')).toBe('an ID');
    expect(headers?.get('Content-Type')).toBeNull();
  });

  test.each([
    [201, 200],
    [399, 200],
    [400, 400],
    [503, 503],
  ])('of status %i has status %i when emptied', async (status, sent) => {
    const outcome = await outcomeOf({ body: 'empty' }, { status, text: '{}' });
    expect([outcome.status, outcome.text]).toEqual([sent, '']);
  });

  test.each<[FaultAct, string | undefined]>([
    [{ body: 'broken_json' }, '{"data":'],
    [{ body: 'truncated' }, '{"da'],
    [{ body: 'wrong_content_type' }, '{"data":}'],
    [{ body: 'empty' }, ''],
    [{ reset: 'after' }, undefined],
  ])('corrupted by %j is observed once, with the sent part and its duration', async (act, text) => {
    const { observed, elapsed } = await outcomeOf(act, { status: 200, text: '{"data":}' });
    expect(observed).toEqual([{ text, ms: expect.any(Number) }]);
    expect(observed[0]?.ms).toBeGreaterThanOrEqual(0);
    expect(observed[0]?.ms).toBeLessThanOrEqual(elapsed);
  });

  test('to a disconnected client is observed as none', async () => {
    const { observed } = await outcomeOf({ delay_ms: 1 }, { status: 200, text: '{}' }, new DelaysUntilGone());
    expect(observed.map(({ text }) => text)).toEqual([undefined]);
  });
});
