import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that was free a moment ago, for servers that cannot take port 0. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string')
    throw new Error('Could not find a free port: none was assigned.');
  return address.port;
}
