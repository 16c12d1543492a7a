import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { createServer, type Server as TlsServer } from 'node:tls';
import { Server as ProxyServer, RequestError } from 'proxy-chain';
import { isEmulatedHost } from '../wire/paddle-hosts.ts';
import type { Certificates } from './certificates.ts';
import type { UpstreamProxies } from './upstream-proxy.ts';

/** Options of a proxy. */
export type ProxyOptions = {
  certificates: Certificates;
  /** Receives the decrypted connections to Paddle's API. */
  accept: (connection: Duplex) => void;
  /** `true` refuses all hosts but Paddle's. */
  offline: boolean;
  /** Proxies for all other hosts. */
  upstream: UpstreamProxies;
  /** Called with a sentence about each failed or refused connection. */
  log: (line: string) => void;
};

/** A running proxy. */
export type Proxy = AsyncDisposable & {
  /** Value of `HTTPS_PROXY`, with the proxy's password. */
  readonly url: string;
  /** Number of connections to Paddle's API. */
  readonly intercepted: number;
  /** Number of requests without the password. Some programs send it only after a 407. */
  readonly turnedAway: number;
};

/**
 * Starts a proxy on a free port of this machine. Connections to Paddle's API end here, with Paddock's certificate; all
 * others are tunnelled or refused. The password in its URL keeps other users of the machine from using the credentials
 * of the upstream proxy.
 */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const { offline, upstream, log } = options;
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
        log(line);
        return new RequestError(`paddock run: ${line}\n`, 403);
      };
      if (isEmulatedHost(hostname)) {
        if (isHttp) throw refuse("Paddle's API accepts https only.");
        intercepted += 1;
        // The type is that of an HTTP server, but the proxy only emits `connection` on it.
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

/** Decrypts connections. The server never listens; connections are passed to it. */
function interceptor({ certificates: { certificate, key }, accept, log }: ProxyOptions): TlsServer {
  const server = createServer({ cert: certificate, key, ALPNProtocols: ['http/1.1'] }, (connection) => {
    // Node cannot reset TLS connections; without TLS's closing message, callers see the same.
    connection.resetAndDestroy = () => connection.destroy();
    accept(connection);
  });
  const reported = new Set<string | undefined>(['ECONNRESET']);
  server.on('tlsClientError', ({ code }: NodeJS.ErrnoException) => {
    if (reported.has(code)) return;
    // A browser that ignores the error tries again, for each host.
    reported.add(code);
    log(`a program rejected the certificate (${code}). Make it trust the file in PADDOCK_CA_FILE.`);
  });
  return server;
}
