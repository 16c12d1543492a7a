import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import express from 'express';
import type { ApiRequest, ApiResponse } from '../../exchange.ts';

const app = express();

/** Makes a GET request and a response as Express does, without sending anything. */
export function makeExchange(url: string, headers: Record<string, string> = {}) {
  const incoming = new IncomingMessage(new Socket());
  Object.assign(incoming, { method: 'GET', url, originalUrl: url, params: {}, headers });
  const request: ApiRequest = Object.setPrototypeOf(incoming, app.request);
  const response: ApiResponse = Object.setPrototypeOf(new ServerResponse(incoming), app.response);
  return { request, response };
}
