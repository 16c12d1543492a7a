import { changeBody } from './edit-message.ts';
import type { ProxiedRequest, ProxiedResponse } from './mutant.ts';

/** The way of webhooks through the proxy. Neither the suite nor a defect sees it in the API. */
export type DestinationRewriter = {
  /** Has a destination that is created or changed lie in the proxy. */
  rewrite(request: ProxiedRequest): ProxiedRequest;
  /** Has an answer say where the destination is in truth. */
  restore(answer: ProxiedResponse): ProxiedResponse;
  /** Where a request to the proxy is to go in truth, or `null` where it is no webhook. */
  originalOf(url: URL): URL | null;
};

/** Makes the way through a proxy. Only destinations on this machine go there, as no others are reached. */
export function createDestinationRewriter(proxyUrl: string): DestinationRewriter {
  const prefix = '/_deliveries/';
  const pattern = new RegExp(`${proxyUrl}${prefix}([\\w-]+)`, 'g');
  const decode = (text: string) => Buffer.from(text, 'base64url').toString();
  return {
    rewrite(request) {
      if (!request.url.pathname.startsWith('/notification-settings')) return request;
      return changeBody(request, (body) => {
        const { destination } = body;
        if (typeof destination !== 'string' || !/^http:\/\/(127\.0\.0\.1|localhost)\b/.test(destination)) return body;
        const encoded = Buffer.from(destination).toString('base64url');
        return { ...body, destination: `${proxyUrl}${prefix}${encoded}` };
      });
    },
    restore(answer) {
      const text = answer.body.toString();
      const restored = text.replaceAll(pattern, (_, encoded: string) => decode(encoded));
      return restored === text ? answer : { ...answer, body: Buffer.from(restored) };
    },
    originalOf(url) {
      return url.pathname.startsWith(prefix) ? new URL(decode(url.pathname.slice(prefix.length))) : null;
    },
  };
}
