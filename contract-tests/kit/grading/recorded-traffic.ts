import type { Contract } from '../../contract/document.ts';
import type { CapturedExchange } from '../recording/captured-exchange.ts';
import { type Call, createCallFaults, type Traffic } from './traffic.ts';

/** Returns the traffic of a recording. Placeholders identify entities as well as their IDs do. */
export function trafficOfRecording(exchanges: readonly CapturedExchange[], contract: Contract): Traffic {
  const calls = exchanges.map(callOf).toSorted((one, other) => one.at - other.at);
  return { calls, forgotten: 0, deliveries: null, clockIsFrozen: false, faultsOf: createCallFaults(contract) };
}

function callOf({ number, recorded_at, duration_ms, operation, request, response }: CapturedExchange): Call {
  return {
    number,
    at: Date.parse(recorded_at),
    durationMs: duration_ms,
    operation,
    method: request.method,
    path: request.path,
    query: new URLSearchParams(request.query.map(([name, value]) => [name, value])),
    headers: request.headers,
    body: request.body,
    status: response?.status ?? 0,
    answerHeaders: response?.headers ?? {},
    answer: response?.body ?? null,
  };
}
