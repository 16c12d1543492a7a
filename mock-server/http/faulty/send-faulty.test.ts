import { createServer } from 'node:http';
import express from 'express';
import { describe, expect, test } from 'vitest';
import type { FaultAct } from '../../faults/fault.ts';
import { Pauses } from '../../faults/pauses.ts';
import { fetchFrom } from '../../in-process/fetch.ts';
import { type ApiResponse, Exchange } from '../exchange.ts';
import { type PlainAnswer, sendFaulty } from './send-faulty.ts';

/** Records the delays, and ends each at once. */
class NotedPauses extends Pauses {
  readonly held: number[] = [];

  override hold(milliseconds: number, _response: ApiResponse, goOn: () => void): void {
    this.held.push(milliseconds);
    goOn();
  }
}

/** Ends each delay when the client has disconnected. */
class PausesUntilGone extends NotedPauses {
  override hold(_milliseconds: number, response: ApiResponse, goOn: () => void): void {
    response.once('close', goOn);
    response.destroy();
  }
}

const quarter = { next: () => 0.25, state: null, goTo: () => undefined };

/** Sends a response with a fault; returns it and what the observer received. */
async function outcomeOf(act: FaultAct, answer: PlainAnswer, pauses = new NotedPauses()) {
  const told: { text: string | undefined; ms: number }[] = [];
  const app = express().use((_request, response: ApiResponse) => {
    response.locals = new Exchange('an ID', (_of, text, ms) => told.push({ text, ms }));
    sendFaulty(response, { id: 'fault_1', act, random: quarter, pauses }, answer);
  });
  const { fetch, close } = fetchFrom(createServer(app));
  const started = performance.now();
  const received = await receive(fetch);
  const elapsed = performance.now() - started;
  await close();
  return { held: pauses.held, told, elapsed, ...received };
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
  ])('that is changed by %j and has the text %j waits %d ms', async (act, text, milliseconds) => {
    expect((await outcomeOf(act, { status: 200, text })).held).toEqual([milliseconds]);
  });

  test('without a body is sent without one', async () => {
    const { status, text, told, headers } = await outcomeOf({ delay_ms: 1 }, { status: 204, text: undefined });
    expect([status, text, told.map((each) => each.text)]).toEqual([204, '', [undefined]]);
    expect(headers?.get('X-Paddock-Fault')).toBe('fault_1');
    expect(headers?.get('Request-Id')).toBe('an ID');
    expect(headers?.get('Content-Type')).toBeNull();
  });

  test.each([
    [201, 200],
    [399, 200],
    [400, 400],
    [503, 503],
  ])('of status %i has status %i where it is emptied', async (status, sent) => {
    const outcome = await outcomeOf({ body: 'empty' }, { status, text: '{}' });
    expect([outcome.status, outcome.text]).toEqual([sent, '']);
  });

  test.each<[FaultAct, string | undefined]>([
    [{ body: 'broken_json' }, '{"data":'],
    [{ body: 'truncated' }, '{"da'],
    [{ body: 'wrong_content_type' }, '{"data":}'],
    [{ body: 'empty' }, ''],
    [{ reset: 'after' }, undefined],
  ])('that is spoilt by %j is told once, as what went out of it, and with how long it took', async (act, text) => {
    const { told, elapsed } = await outcomeOf(act, { status: 200, text: '{"data":}' });
    expect(told).toEqual([{ text, ms: expect.any(Number) }]);
    expect(told[0]?.ms).toBeGreaterThanOrEqual(0);
    expect(told[0]?.ms).toBeLessThanOrEqual(elapsed);
  });

  test('to a disconnected client is observed as none', async () => {
    const { told } = await outcomeOf({ delay_ms: 1 }, { status: 200, text: '{}' }, new PausesUntilGone());
    expect(told.map(({ text }) => text)).toEqual([undefined]);
  });
});
