import { once } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A received delivery. */
export type Received = {
  url: string | undefined;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
};

/** An application that receives webhooks on a free port until it is disposed of. */
export type Application = AsyncDisposable & { url: string; next: () => Promise<Received> };

/** Starts an application that answers each delivery with the given status and body. */
export async function startApplication(
  answer: { status: number; body?: string } = { status: 200 },
): Promise<Application> {
  const received: Received[] = [];
  const waiting: ((delivery: Received) => void)[] = [];
  const server = createServer(async (request, response) => {
    const delivery = { url: request.url, headers: request.headers, body: await buffer(request) };
    response.writeHead(answer.status, { 'Content-Type': 'text/plain', 'X-Application': 'yes' }).end(answer.body);
    const taker = waiting.shift();
    if (taker) taker(delivery);
    else received.push(delivery);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The application has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/webhooks?from=paddle`,
    next: async () => received.shift() ?? new Promise((resolve) => waiting.push(resolve)),
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
