import { changeBody } from './change.ts';
import type { Answered, Sent } from './mutant.ts';

/** The way of webhooks through the wrapper. Neither the suite nor a defect sees it in the API. */
export type Detour = {
  /** Has a destination that is created or changed lie in the wrapper. */
  divert(request: Sent): Sent;
  /** Has an answer say where the destination is in truth. */
  restore(answer: Answered): Answered;
  /** Where a request to the wrapper is to go in truth, or `null` where it is no webhook. */
  destinationOf(url: URL): URL | null;
};

/** Makes the way through a wrapper. Only destinations on this machine go there, as no others are reached. */
export function createDetour(wrapperUrl: string): Detour {
  const prefix = '/_deliveries/';
  const pattern = new RegExp(`${wrapperUrl}${prefix}([\\w-]+)`, 'g');
  const decode = (text: string) => Buffer.from(text, 'base64url').toString();
  return {
    divert(request) {
      if (!request.url.pathname.startsWith('/notification-settings')) return request;
      return changeBody(request, (body) => {
        const { destination } = body;
        if (typeof destination !== 'string' || !/^http:\/\/(127\.0\.0\.1|localhost)\b/.test(destination)) return body;
        const encoded = Buffer.from(destination).toString('base64url');
        return { ...body, destination: `${wrapperUrl}${prefix}${encoded}` };
      });
    },
    restore(answer) {
      const text = answer.body.toString();
      const restored = text.replaceAll(pattern, (_, encoded: string) => decode(encoded));
      return restored === text ? answer : { ...answer, body: Buffer.from(restored) };
    },
    destinationOf(url) {
      return url.pathname.startsWith(prefix) ? new URL(decode(url.pathname.slice(prefix.length))) : null;
    },
  };
}
