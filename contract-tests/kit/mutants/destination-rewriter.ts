import { changeBody } from './edit-message.ts';
import type { ProxiedRequest, ProxiedResponse } from './mutant.ts';

/** Routes webhooks through the mutating proxy. Neither the suite nor a defect sees the rewritten URLs. */
export type DestinationRewriter = {
  /** Rewrites the destination of a created or changed notification setting to a URL of the proxy. */
  rewrite(request: ProxiedRequest): ProxiedRequest;
  /** Puts the original destinations back into a response. */
  restore(answer: ProxiedResponse): ProxiedResponse;
  /** Returns the original destination of a webhook, or `null` for any other request. */
  originalOf(url: URL): URL | null;
};

/** Creates the rewriter of a proxy. It rewrites only destinations on this machine, since no others can be reached. */
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
