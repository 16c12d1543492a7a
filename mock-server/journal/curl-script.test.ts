import { expect, test } from 'vitest';
import { curlScript } from './curl-script.ts';
import { shownRequest } from './testing/exchanges.ts';

const head = ['#!/bin/sh', `: "\${PADDOCK_URL:=http://127.0.0.1:4010}" "\${PADDOCK_API_KEY:?is not set}"`, ''];

test('a script sends requests in their order, with all that curl does not give by itself', () => {
  const own = ['host', 'connection', 'content-length', 'accept-encoding', 'user-agent'].map((name) => [name, 'x']);
  const requests = [
    shownRequest({
      operation_id: 'createCustomer',
      method: 'POST',
      headers: {
        ...Object.fromEntries(own),
        authorization: 'Bearer pdl_****',
        'content-type': 'application/json',
        'x-a': "it's",
      },
      body: { email: "o'brien@example.com" },
      status: 201,
    }),
    shownRequest({ url: '/x?a=b&c', status: 404 }),
    shownRequest({ operation_id: 'createCustomer', method: 'POST', body: '{"a":', status: 400 }),
  ];
  expect(curlScript(requests)).toBe(
    [
      ...head,
      '# createCustomer: 201',
      `curl -gsS -X 'POST' "$PADDOCK_URL"'/customers' \\`,
      '  -H "Authorization: Bearer $PADDOCK_API_KEY" \\',
      "  -H 'content-type: application/json' \\",
      String.raw`  -H 'x-a: it'\''s' \ `.trimEnd(),
      String.raw`  --data-raw '{"email":"o'\''brien@example.com"}'`,
      '',
      '# unknown: 404',
      `curl -gsS -X 'GET' "$PADDOCK_URL"'/x?a=b&c'`,
      '',
      '# createCustomer: 400',
      `curl -gsS -X 'POST' "$PADDOCK_URL"'/customers' \\`,
      `  --data-raw '{"a":'`,
      '',
    ].join('\n'),
  );
});

test('a script of no requests is a script', () => {
  expect(curlScript([])).toBe(`${head.join('\n')}\n`);
});
