import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A received delivery: the bytes of the body, and the header `Paddle-Signature`. */
export type Delivery = { body: Buffer; header: string | undefined };

/** An endpoint under examination. */
export type Endpoint = AsyncDisposable & { url: string };

/** Serves an application on a free port, until it is disposed of. */
export async function serve(application: RequestListener): Promise<Endpoint> {
  const server = createServer(application).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Could not serve: there is no port.');
  return {
    url: `http://127.0.0.1:${address.port}/webhooks`,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Serves an endpoint that answers each delivery with a status, or never if that is undefined. */
export function serveStatus(answer: (delivery: Delivery) => number | undefined): Promise<Endpoint> {
  return serve(async (request, response) => {
    const header = request.headers['paddle-signature'];
    const status = answer({ body: await buffer(request), header: typeof header === 'string' ? header : undefined });
    if (status !== undefined) response.writeHead(status).end();
  });
}
