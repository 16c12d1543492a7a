import { once } from 'node:events';
import { createServer } from 'node:https';
import { makeCertificates } from '../certificates.ts';

/** A server that is not Paddle's; disposing of it stops it. */
export type Outsider = AsyncDisposable & {
  url: string;
  /** Certificate of its authority, in PEM. */
  authority: string;
  /** Number of connections. */
  readonly called: number;
};

/** Starts a TLS server with a certificate that is not trusted by default. */
export async function startOutsider(): Promise<Outsider> {
  const { authority, certificate, key } = await makeCertificates(['localhost']);
  let called = 0;
  const server = createServer({ cert: certificate, key }, (_request, response) => response.end('Hello from outside.'));
  server.on('connection', () => {
    called += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `https://localhost:${address.port}`,
    authority,
    get called() {
      return called;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
