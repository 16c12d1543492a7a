import type { JournalEntry } from '../journal/journal.ts';

/** An exchange as a journal keeps it. */
export const exchange: JournalEntry = {
  number: 0,
  requestId: '1',
  at: 0,
  durationMs: 0,
  method: 'GET',
  url: '/',
  requestHeaders: [],
  requestBody: undefined,
  operationId: null,
  params: {},
  unknownParameters: [],
  fault: null,
  status: 200,
  responseHeaders: null,
  responseBody: undefined,
};
