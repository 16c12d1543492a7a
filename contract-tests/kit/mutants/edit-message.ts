import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import type { ProxiedRequest, ProxiedResponse } from './mutant.ts';

type Message = { readonly headers: Headers; readonly body: Buffer };

/** Parses the body as a JSON object; returns `null` for anything else. */
export function jsonIn({ body }: Message): JsonObject | null {
  try {
    const value: Json = JSON.parse(body.toString());
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** Returns the message with another body. */
export function withBody<One extends Message>(message: One, body: Json): One {
  return { ...message, body: Buffer.from(JSON.stringify(body)) };
}

/** Returns the message with its body changed, if that is a JSON object. */
export function changeBody<One extends Message>(message: One, change: (body: JsonObject) => JsonObject): One {
  const body = jsonIn(message);
  return body ? withBody(message, change(body)) : message;
}

/** Returns the message with a header replaced; `null` removes it. */
export function withHeader<One extends Message>(message: One, name: string, value: string | null): One {
  const headers = new Headers(message.headers);
  if (value === null) headers.delete(name);
  else headers.set(name, value);
  return { ...message, headers };
}

/** Returns the response with a new request ID, so that it can be sent a second time. */
export function withFreshRequestId(answer: ProxiedResponse): ProxiedResponse {
  const [before, now] = [answer.headers.get('request-id') ?? '', crypto.randomUUID()];
  const body = Buffer.from(answer.body.toString().replaceAll(before, now));
  return { ...withHeader(answer, 'request-id', now), body };
}

/** Returns the request with its query changed. */
export function changeQuery(request: ProxiedRequest, change: (query: URLSearchParams) => void): ProxiedRequest {
  const url = new URL(request.url);
  change(url.searchParams);
  return { ...request, url };
}

/** Returns the entities of a response: a single one, or those of a page; none for an error. */
export function entitiesIn(answer: ProxiedResponse): JsonObject[] {
  const data = jsonIn(answer)?.['data'] ?? [];
  return [data].flat().filter(isObject);
}

/** Returns the response with each of its entities changed. */
export function changeEntities(answer: ProxiedResponse, change: (entity: JsonObject) => JsonObject): ProxiedResponse {
  return changeBody(answer, (body) => {
    const { data } = body;
    if (Array.isArray(data)) return { ...body, data: data.map((one) => (isObject(one) ? change(one) : one)) };
    return isObject(data) ? { ...body, data: change(data) } : body;
  });
}

/** Returns the page with other entities. */
export function changePage(answer: ProxiedResponse, change: (entities: Json[]) => Json[]): ProxiedResponse {
  return changeBody(answer, (body) => (Array.isArray(body['data']) ? { ...body, data: change(body['data']) } : body));
}

/** Returns the page with its `meta.pagination` changed. */
export function changePagination(
  answer: ProxiedResponse,
  change: (pagination: JsonObject, data: Json[]) => JsonObject,
): ProxiedResponse {
  return changeBody(answer, (body) => {
    const { meta, data } = body;
    if (!isObject(meta) || !isObject(meta['pagination']) || !Array.isArray(data)) return body;
    return { ...body, meta: { ...meta, pagination: change(meta['pagination'], data) } };
  });
}

/** Returns the error response with its `error` changed. */
export function changeError(answer: ProxiedResponse, change: (error: JsonObject) => JsonObject): ProxiedResponse {
  return changeBody(answer, (body) => (isObject(body['error']) ? { ...body, error: change(body['error']) } : body));
}

/** Returns the object without some fields. */
export function without(object: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** Returns the code of an error response; `null` for other responses. */
export function codeOf(answer: ProxiedResponse): Json {
  const error = jsonIn(answer)?.['error'];
  return isObject(error) ? (error['code'] ?? null) : null;
}
