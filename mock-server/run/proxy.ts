import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { createServer, type Server as TlsServer } from 'node:tls';
import { Server as ProxyServer, RequestError } from 'proxy-chain';
import { isPaddleHost } from '../wire/paddle-hosts.ts';
import type { Certificates } from './certificates.ts';
import type { UpstreamProxies } from './upstream-proxy.ts';

/** What a proxy does with what comes to it. */
export type ProxyOptions = {
  certificates: Certificates;
  /** Takes the connections to Paddle's API, when their TLS has been taken off. */
  accept: (connection: Duplex) => void;
  /** Refuse what is not for Paddle's API. */
  offline: boolean;
  /** Where to send what passes through. */
  upstream: UpstreamProxies;
  /** Is told in a sentence of what did not get where it wanted to. */
  tell: (line: string) => void;
};

/** A running proxy. */
export type Proxy = AsyncDisposable & {
  /** What programs need as `HTTPS_PROXY`, with the password of this proxy. */
  readonly url: string;
  /** How many connections to Paddle's API there have been. */
  readonly intercepted: number;
  /** How many requests came without the password. Some programs send it only when they are asked for it. */
  readonly turnedAway: number;
};

/**
 * Starts a proxy on a free port of this machine. Connections to Paddle's API end here, with a certificate of our own;
 * all others are tunnelled as they are, or refused. It serves those who know the password in its URL, so that no other user
 * of the machine is lent the credentials of the proxy that comes after it.
 */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const { offline, upstream, tell } = options;
  const paddle = interceptor(options);
  const credentials = `paddock:${randomBytes(24).toString('hex')}`;
  let intercepted = 0;
  let turnedAway = 0;
  const proxy = new ProxyServer({
    host: '127.0.0.1',
    port: 0,
    authRealm: 'Paddock',
    prepareRequestFunction: ({ hostname, port, isHttp, username, password }) => {
      if (!timingSafeEqual(digest(`${username}:${password}`), digest(credentials))) {
        turnedAway += 1;
        return { requestAuthentication: true };
      }
      const refuse = (reason: string) => {
        const line = `refused ${hostname}:${port}: ${reason}`;
        tell(line);
        return new RequestError(`paddock run: ${line}\n`, 403);
      };
      if (isPaddleHost(hostname)) {
        if (isHttp) throw refuse("Paddle's API accepts https only.");
        intercepted += 1;
        // A server for HTTP by its type; all that happens to it is that it is told of a connection.
        return { customConnectServer: paddle as unknown as HttpServer };
      }
      if (offline) throw refuse("--offline allows only Paddle's API and this machine.");
      return { upstreamProxyUrl: (isHttp ? upstream.http : upstream.https) ?? null };
    },
  });
  await proxy.listen();
  return {
    url: `http://${credentials}@127.0.0.1:${proxy.port}`,
    get intercepted() {
      return intercepted;
    },
    get turnedAway() {
      return turnedAway;
    },
    [Symbol.asyncDispose]: () => proxy.close(true),
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Takes the TLS off. It never listens; connections are handed to it. */
function interceptor({ certificates: { certificate, key }, accept, tell }: ProxyOptions): TlsServer {
  const server = createServer({ cert: certificate, key, ALPNProtocols: ['http/1.1'] }, (connection) => {
    // Node resets none but bare TCP connections. Without the end that TLS announces, callers see the same.
    connection.resetAndDestroy = () => connection.destroy();
    accept(connection);
  });
  server.on('tlsClientError', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'ECONNRESET') return;
    tell(`a program rejected the certificate (${code}). Make it trust the file in PADDOCK_CA_FILE.`);
  });
  return server;
}
