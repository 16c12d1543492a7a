import { Environment, Paddle } from '@paddle/paddle-node-sdk';
import { describe, expect, test } from 'vitest';
import { signatureHeader } from './signature.ts';

// Test vectors of Paddle's PHP and Python SDKs.
const published = {
  ts: 1_696_195_954,
  body: 'hello-world',
  secret: 'pdl_ntf_01hbpjmytsa32fhr36nqgc3kgb_WvRO0eL4Bj9rgYYIBZY6wZhG4EHy9jzh',
  h1: 'd96299976a6eb066f484d7fde011ac56fc32b38fc9940bc419d6e537fdc6ef02',
};

describe('signatureHeader', () => {
  test("signs the vector of Paddle's SDKs as they do", () => {
    const { body, secret, ts, h1 } = published;
    expect(signatureHeader(body, [secret], ts)).toBe(`ts=${ts};h1=${h1}`);
  });

  test('has one h1 for each secret, in their order', () => {
    const { body, secret, ts, h1 } = published;
    const [, other] = signatureHeader(body, ['other'], ts).split(';');
    expect(other).toMatch(/^h1=[0-9a-f]{64}$/);
    expect(signatureHeader(body, ['other', secret], ts)).toBe(`ts=${ts};${other};h1=${h1}`);
    expect(signatureHeader(body, [secret, 'other'], ts)).toBe(`ts=${ts};h1=${h1};${other}`);
  });

  test('signs text as its UTF-8 bytes', () => {
    const body = '{"name":"Zoë 🐎"}';
    expect(signatureHeader(Buffer.from(body), ['secret'], 1)).toBe(signatureHeader(body, ['secret'], 1));
  });

  test("is accepted by Paddle's Node SDK, and only for the body that was signed", async () => {
    const { webhooks } = new Paddle('unused', { environment: Environment.sandbox });
    const body = JSON.stringify({ event_id: 'evt_1', event_type: 'unknown.type', data: { name: 'Zoë' } });
    const header = signatureHeader(body, ['secret'], Math.floor(Date.now() / 1000));
    expect(await webhooks.unmarshal(body, 'secret', header)).toMatchObject({ eventId: 'evt_1' });
    await expect(webhooks.unmarshal(`${body} `, 'secret', header)).rejects.toThrow('verification failed');
    await expect(webhooks.unmarshal(body, 'other', header)).rejects.toThrow('verification failed');
  });
});
