import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Receivers of webhooks: one accepts, one refuses, one breaks off, one is unreachable. */
export type Destinations = Disposable & { urls: readonly string[] };

/** Starts them on free ports. */
export async function startDestinations(): Promise<Destinations> {
  const server = createServer((request, response) => {
    request.resume();
    if (request.url === '/breaks') request.socket.destroy();
    else response.writeHead(request.url === '/refuses' ? 500 : 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // It listens on a port.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    urls: [`${url}/takes`, `${url}/refuses`, `${url}/breaks`, 'http://127.0.0.1:1/absent'],
    [Symbol.dispose]: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
