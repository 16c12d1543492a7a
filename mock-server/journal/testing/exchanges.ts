import type { JournalEntry } from '../journal.ts';
import type { ShownRequest } from '../shown-request.ts';

const requestId = '7b0f1f0e-3c1f-4a53-8f0c-0f4d3a1c9f00';

/** Makes a journal's exchange, by default of `listCustomers`. */
export function exchange(fields: Partial<JournalEntry> = {}): JournalEntry {
  return {
    number: 0,
    requestId,
    at: 0,
    durationMs: 1,
    method: 'GET',
    url: '/customers',
    requestHeaders: [],
    requestBody: undefined,
    operationId: 'listCustomers',
    params: {},
    unknownParameters: [],
    fault: null,
    status: 200,
    responseHeaders: {},
    responseBody: '{}',
    ...fields,
  };
}

/** Makes a shown exchange, by default without operation and bodies. */
export function shownRequest(fields: Partial<ShownRequest> = {}): ShownRequest {
  return {
    number: 0,
    request_id: requestId,
    received_at: '2026-07-01T00:00:00.000Z',
    duration_ms: 1,
    operation_id: null,
    params: {},
    method: 'GET',
    url: '/customers',
    headers: {},
    body: null,
    fault: null,
    status: 200,
    response_headers: {},
    response_body: null,
    error_code: null,
    unexpected: null,
    ...fields,
  };
}
