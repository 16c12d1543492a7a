import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import type { ProxiedRequest, ProxiedResponse } from './mutant.ts';

type Message = { readonly headers: Headers; readonly body: Buffer };

/** The body as a JSON object, or `null` where it is none. */
export function jsonIn({ body }: Message): JsonObject | null {
  try {
    const value: Json = JSON.parse(body.toString());
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** The same with another body. */
export function withBody<One extends Message>(message: One, body: Json): One {
  return { ...message, body: Buffer.from(JSON.stringify(body)) };
}

/** The same with its body changed, where that is a JSON object. */
export function changeBody<One extends Message>(message: One, change: (body: JsonObject) => JsonObject): One {
  const body = jsonIn(message);
  return body ? withBody(message, change(body)) : message;
}

/** The same with a header replaced, or, with `null`, without it. */
export function withHeader<One extends Message>(message: One, name: string, value: string | null): One {
  const headers = new Headers(message.headers);
  if (value === null) headers.delete(name);
  else headers.set(name, value);
  return { ...message, headers };
}

/** The same with a request ID that no other answer has, for an answer that is given again. */
export function withFreshRequestId(answer: ProxiedResponse): ProxiedResponse {
  const [before, now] = [answer.headers.get('request-id') ?? '', crypto.randomUUID()];
  const body = Buffer.from(answer.body.toString().replaceAll(before, now));
  return { ...withHeader(answer, 'request-id', now), body };
}

/** The same with the query changed. */
export function changeQuery(request: ProxiedRequest, change: (query: URLSearchParams) => void): ProxiedRequest {
  const url = new URL(request.url);
  change(url.searchParams);
  return { ...request, url };
}

/** The entities in an answer: one, or all of a page. None in a refusal. */
export function entitiesIn(answer: ProxiedResponse): JsonObject[] {
  const data = jsonIn(answer)?.['data'] ?? [];
  return [data].flat().filter(isObject);
}

/** The same with each of its entities changed. */
export function changeEntities(answer: ProxiedResponse, change: (entity: JsonObject) => JsonObject): ProxiedResponse {
  return changeBody(answer, (body) => {
    const { data } = body;
    if (Array.isArray(data)) return { ...body, data: data.map((one) => (isObject(one) ? change(one) : one)) };
    return isObject(data) ? { ...body, data: change(data) } : body;
  });
}

/** The same page with other entities. */
export function changePage(answer: ProxiedResponse, change: (entities: Json[]) => Json[]): ProxiedResponse {
  return changeBody(answer, (body) => (Array.isArray(body['data']) ? { ...body, data: change(body['data']) } : body));
}

/** The same page with its `meta.pagination` changed. */
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

/** The same refusal with its `error` changed. */
export function changeError(answer: ProxiedResponse, change: (error: JsonObject) => JsonObject): ProxiedResponse {
  return changeBody(answer, (body) => (isObject(body['error']) ? { ...body, error: change(body['error']) } : body));
}

/** The object without some fields. */
export function without(object: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** The code of a refusal, or `null` for any other answer. */
export function codeOf(answer: ProxiedResponse): Json {
  const error = jsonIn(answer)?.['error'];
  return isObject(error) ? (error['code'] ?? null) : null;
}
