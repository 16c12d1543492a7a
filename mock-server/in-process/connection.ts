import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { duplexPair } from 'node:stream';

/**
 * Connects to a server of this process without a socket. The server sees an ordinary connection from this machine.
 *
 * @returns the caller's end; it fails with `ECONNRESET` if the server hangs up, as a socket does
 */
export function connectTo(server: Server, encrypted: boolean): Socket {
  const [near, far] = duplexPair();
  Object.assign(far, { remoteAddress: '127.0.0.1', encrypted, resetAndDestroy: () => far.destroy() });
  far.once('close', () => near.destroy(hungUp()));
  near.once('close', () => far.destroy());
  server.emit('connection', far);
  // The client uses only what every duplex stream has.
  return near as Socket;
}

function hungUp(): Error {
  return Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
}
