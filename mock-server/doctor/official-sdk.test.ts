import { Environment, Paddle } from '@paddle/paddle-node-sdk';
import express, { type RequestHandler } from 'express';
import { expect, test } from 'vitest';
import { examine } from './examine.ts';
import { serve } from './testing/endpoint.ts';
import { findingsOf } from './testing/examine-receiver.ts';
import { secret } from './testing/receiver.ts';

const { webhooks } = new Paddle('unused', { environment: Environment.sandbox });

/** Examines an Express application that verifies with Paddle's Node SDK. */
async function examineExpress(parser: RequestHandler, textOf: (body: unknown) => string) {
  const app = express().post('/webhooks', parser, async (request, response) => {
    const genuine = await webhooks
      .unmarshal(textOf(request.body), secret, request.header('paddle-signature') ?? '')
      .catch(() => undefined);
    response.sendStatus(genuine === undefined ? 401 : 200);
  });
  await using endpoint = await serve(app);
  return await examine(endpoint.url, { secret });
}

// Findings about the SDK itself.
const ownFindings = { future: 'warning', 'two-h1-right-first': 'warning' };
const type = 'application/json';

test("Paddle's Node SDK passes in Express with the raw body", async () => {
  const report = await examineExpress(express.raw({ type, limit: '2mb' }), String);
  expect(findingsOf(report)).toEqual(ownFindings);
  expect(report.passed).toBe(true);
});

test('the default limit of Express is found', async () => {
  const report = await examineExpress(express.raw({ type }), String);
  expect(findingsOf(report)).toEqual({ ...ownFindings, 'large-body': 'warning' });
  expect(report.cases.find(({ id }) => id === 'large-body')?.answers).toMatchObject([{ status: 413 }]);
});

test("Paddle's Node SDK fails behind a parser that has consumed the raw body", async () => {
  const report = await examineExpress(express.json({ limit: '2mb' }), JSON.stringify);
  expect(findingsOf(report)).toEqual({
    ...ownFindings,
    'letters-beyond-ascii': 'not-accepted',
    're-serialised-body': 'wrong-acceptance',
  });
  expect(report.passed).toBe(false);
});
