import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

/** A server on a free port of this machine that receives a mock's deliveries. */
export type Receiver = { url: string; close: () => Promise<void> };

/** Starts a receiver. It keeps the process alive unless `keepsProcess` is false. */
export async function startReceiver(receive: RequestListener, { keepsProcess = true } = {}): Promise<Receiver> {
  const server = createServer(receive).listen(0, '127.0.0.1');
  if (!keepsProcess) server.unref();
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
