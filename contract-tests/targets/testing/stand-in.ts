import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { type ExchangeFacts, type Paddock, type PastRequest, startPaddock } from '#mock-server/index.ts';
import { makeCertificates } from '#mock-server/run/certificates.ts';
import { environmentFor } from '#mock-server/run/environment.ts';
import { startProxy } from '#mock-server/run/proxy.ts';
import { writeTrustFiles } from '#mock-server/run/trust-files.ts';
import type { MutatingProxy } from '../../kit/mutants/mutating-proxy.ts';

export type { PastRequest };

/**
 * Stands in for the sandbox, as `paddock run` does: a mock on the official profile, with its limit of 240 requests in a
 * minute, and a proxy at which programs find it as `https://sandbox-api.paddle.com`.
 */
export type StandIn = AsyncDisposable & {
  readonly paddock: Paddock;
  /** Emits `exchange` with the facts of each, once it is answered. */
  readonly exchanges: EventEmitter<{ exchange: [ExchangeFacts] }>;
  /** What a program needs in its environment to find it, and the key of an account there. */
  environmentFor(apiKey: string): Record<string, string>;
};

/** @param before lies in the place of the mock to those who come through the proxy. Default: nobody does. */
export async function startStandIn(before?: MutatingProxy): Promise<StandIn> {
  const exchanges: StandIn['exchanges'] = new EventEmitter();
  const onExchange = (facts: ExchangeFacts) => void exchanges.emit('exchange', facts);
  const paddock = await startPaddock({ profile: 'official', onExchange });
  const front = await before?.before(paddock.url);
  const certificates = await makeCertificates(['sandbox-api.paddle.com']);
  const trust = await writeTrustFiles(certificates.authority, {});
  const accept = front ? (connection: Duplex) => void passOn(connection, front.url) : paddock.accept;
  const proxy = await startProxy({ certificates, accept, offline: true, upstream: none, tell: () => {} });
  const found = environmentFor({}, { proxy: proxy.url, trust, mock: paddock, offline: true });
  const shared = Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    paddock,
    exchanges,
    environmentFor: (apiKey) => ({ ...Object.fromEntries(shared), PADDLE_SANDBOX_API_KEY: apiKey }),
    async [Symbol.asyncDispose]() {
      await proxy[Symbol.asyncDispose]();
      await front?.close();
      await paddock.close();
      await trust[Symbol.asyncDispose]();
    },
  };
}

const none = { http: undefined, https: undefined };

/** Hands a connection on, its end included. */
async function passOn(connection: Duplex, url: string): Promise<void> {
  const onward = connect(Number(new URL(url).port), '127.0.0.1');
  connection.pipe(onward).pipe(connection);
  connection.on('error', () => onward.destroy());
  onward.on('error', () => connection.destroy());
  await once(onward, 'close').catch(() => {});
  connection.destroy();
}
