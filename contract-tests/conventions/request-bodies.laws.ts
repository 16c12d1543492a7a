import fc from 'fast-check';
import { notAnObject } from '../arbitraries/invalid-bodies.ts';
import { assertProperty } from '../law/assert-property.ts';
import { expect } from '../law/expect.ts';
import { expectRefused } from '../nouns/expect-refused.ts';
import { laws } from '../suite/laws.ts';
import { refusalIn } from '../targets/account.ts';

export default laws(({ target, test }) => {
  test('errors: a body that is not declared as JSON is refused', async () => {
    const account = target.newAccount();
    const rawBody = JSON.stringify({ email: target.freshEmail() });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      const refusal = refusalIn(
        await account.request('POST', '/customers', { rawBody, headers: { 'content-type': type } }),
      );
      expect(refusal).toMatchObject({
        status: 415,
        code: 'unsupported_media_type',
        detail: 'Content-Type must be "application/json".',
      });
    }
    const charset = await account.request('POST', '/customers', {
      rawBody,
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
    expect(charset.status).toBe(201);
  });

  test('errors: a body that is no JSON is refused', async () => {
    const account = target.newAccount();
    for (const rawBody of [
      '{',
      '{"email":}',
      "{'email':'sam@example.com'}",
      'email=sam@example.com',
      '{"email":"sam@example.com"} x',
    ]) {
      const refusal = refusalIn(await account.request('POST', '/customers', { rawBody }));
      expect(refusal, rawBody).toMatchObject({
        status: 400,
        code: 'invalid_json',
        detail: 'Invalid JSON in your request.',
      });
    }
  });

  test('errors: a body that is no object is refused', async () => {
    const account = target.newAccount();
    const property = fc.asyncProperty(notAnObject, async (invalid) => {
      expectRefused(
        refusalIn(await account.request('POST', '/customers', { rawBody: JSON.stringify(invalid.body) })),
        invalid,
      );
    });
    await assertProperty(property);
  });

  test('errors: a body that must be there may not be missing', async () => {
    const account = target.newAccount();
    for (const parts of [{}, { rawBody: '' }]) {
      expect(refusalIn(await account.request('POST', '/customers', parts))).toMatchObject({ status: 400 });
    }
  });

  test('errors: a body that is too large is refused, and the next request is answered', async () => {
    const account = target.newAccount();
    const body = { email: target.freshEmail(), name: 'x'.repeat(12_000_000) };
    expect(refusalIn(await account.request('POST', '/customers', { body }))).toMatchObject({
      status: 413,
      code: 'request_body_too_large',
      detail: 'The provided request body is too large.',
    });
    await account.call('listCustomers');
  });

  test('errors: several faults are named together', async () => {
    const account = target.newAccount();
    const body = { name: 1, locale: false, nickname: 'S' };
    const refusal = await account.refusal('createCustomer', { body });
    expect(refusal).toMatchObject({ status: 400, code: 'bad_request', detail: 'Invalid request.' });
    const fields = (refusal.errors ?? []).map(({ field, message }) => `${field}: ${message}`);
    expect(fields).toEqual(
      expect.arrayContaining([
        '(root): email is required',
        '(root): Additional property nickname is not allowed',
        expect.stringMatching(/^name: Invalid type\./),
        expect.stringMatching(/^locale: Invalid type\./),
      ]),
    );
    expect(fields).toHaveLength(4);
  });
});
