import { describe, expect, test } from 'vitest';
import { finish } from '#openapi/exchange/script-steps.ts';
import { Journal } from './journal.ts';
import { JournalMemory } from './journal-memory.ts';
import { findRequests, type RequestFilter } from './kept-requests.ts';
import { exchange } from './testing/exchanges.ts';

const journal = new Journal(new JournalMemory(1_000_000), 100);
journal.add(exchange({ requestId: 'one', responseBody: '{"data":[]}' }));
journal.add(
  exchange({
    requestId: 'two',
    operationId: 'createCustomer',
    method: 'POST',
    requestBody: '{"email":"kim@example.com"}',
    status: 201,
    responseBody: '{"data":{"name":"Kim"}}',
  }),
);
journal.add(exchange({ requestId: 'three', operationId: null, url: '/x/customers', status: 404 }));
journal.add(exchange({ requestId: 'four', status: 0, responseBody: undefined }));

describe('a filter matches', () => {
  test.each<[RequestFilter, string[]]>([
    [{}, ['one', 'two', 'three', 'four']],
    [{ operation_id: 'createCustomer' }, ['two']],
    [{ method: 'post' }, ['two']],
    [{ path: '/customers' }, ['one', 'two', 'four']],
    [{ status: ['2XX'] }, ['one', 'two']],
    [{ status: ['201'] }, ['two']],
    [{ status: ['200', '4XX'] }, ['one', 'three']],
    [{ status: [] }, []],
    [{ request_id: 'two' }, ['two']],
    [{ request_id: 'tw' }, []],
    [{ contains: 'kim@' }, ['two']],
    [{ contains: 'Kim' }, ['two']],
    [{ contains: '/x/' }, ['three']],
    // A match across two parts does not count.
    [{ contains: 'customersnull' }, []],
    [{ contains: '}{' }, []],
    [{ unexpected: 'true' }, ['three']],
    [{ unexpected: 'false' }, ['one', 'two', 'four']],
    [{ after: 0 }, ['one', 'two', 'three', 'four']],
    [{ after: 2 }, ['three', 'four']],
    [{ after: 4 }, []],
    [{ limit: 1 }, ['four']],
    [{ limit: 4 }, ['one', 'two', 'three', 'four']],
    [{ limit: 5 }, ['one', 'two', 'three', 'four']],
    [{ status: ['2XX'], after: 1, limit: 2 }, ['two']],
  ])('with %j', async (filter, ids) => {
    expect(finish(findRequests(journal, filter)).map(({ request_id }) => request_id)).toEqual(ids);
  });
});
