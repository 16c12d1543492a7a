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
 * Replaces the sandbox, as `paddock run` does: a mock on the official profile with its rate limit, and a proxy that
 * serves it as `https://sandbox-api.paddle.com`.
 */
export type StandIn = AsyncDisposable & {
  readonly paddock: Paddock;
  /** Emits `exchange` after each response. */
  readonly exchanges: EventEmitter<{ exchange: [ExchangeFacts] }>;
  /** Environment variables for a program that calls the stand-in with a key. */
  environmentFor(apiKey: string): Record<string, string>;
};

/** @param before injects defects into responses that go through the proxy. Default: none. */
export async function startStandIn(before?: MutatingProxy): Promise<StandIn> {
  const exchanges: StandIn['exchanges'] = new EventEmitter();
  const onExchange = (facts: ExchangeFacts) => void exchanges.emit('exchange', facts);
  const paddock = await startPaddock({ profile: 'official', onExchange });
  const front = await before?.before(paddock.url);
  const certificates = await makeCertificates(['sandbox-api.paddle.com']);
  const trust = await writeTrustFiles(certificates.authority, {});
  const accept = front ? (connection: Duplex) => void passOn(connection, front.url) : paddock.accept;
  const proxy = await startProxy({ certificates, accept, offline: true, upstream: none, log: () => {} });
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

/** Forwards a connection in both directions until it ends. */
async function passOn(connection: Duplex, url: string): Promise<void> {
  const onward = connect(Number(new URL(url).port), '127.0.0.1');
  connection.pipe(onward).pipe(connection);
  connection.on('error', () => onward.destroy());
  onward.on('error', () => connection.destroy());
  await once(onward, 'close').catch(() => {});
  connection.destroy();
}
