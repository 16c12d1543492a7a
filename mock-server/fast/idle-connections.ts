import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds between two looks at the connections. */
const lookEvery = 15_000;

/** A connection: its last response, the one at the last look, and the looks since then. */
type Connection = { response: ServerResponse | undefined; seen: ServerResponse | undefined; looks: number };

/**
 * Closes connections of a server that have been idle for its `keepAliveTimeout`, or up to two looks longer. Node would
 * stop a timer and start another for every request.
 */
export class IdleConnections {
  readonly #connections = new Map<Socket, Connection>();
  readonly #looksAtMost: number;

  constructor(server: Server) {
    this.#looksAtMost = Math.ceil(server.keepAliveTimeout / lookEvery);
    const timer = setInterval(() => this.#look(), lookEvery).unref();
    server.on('connection', (socket) => this.#add(socket));
    server.once('close', () => clearInterval(timer));
  }

  /** Notes that a connection is used. */
  use(socket: Socket, response: ServerResponse): void {
    const connection = this.#connections.get(socket);
    if (connection) connection.response = response;
  }

  /** Leaves the connections to Node's own timers again, such as to close idle ones sooner. */
  leave(): void {
    for (const socket of this.#connections.keys()) Reflect.deleteProperty(socket, 'setTimeout');
    this.#connections.clear();
  }

  #add(socket: Socket): void {
    // A stream of this process has no timers.
    if (typeof socket.setTimeout !== 'function') return;
    socket.setTimeout = () => socket;
    this.#connections.set(socket, { response: undefined, seen: undefined, looks: 0 });
    socket.once('close', () => this.#connections.delete(socket));
  }

  #look(): void {
    for (const [socket, connection] of this.#connections) {
      const { response, seen } = connection;
      const isIdle = response !== undefined && response === seen && response.writableFinished;
      connection.seen = response;
      connection.looks = isIdle ? connection.looks + 1 : 0;
      if (connection.looks >= this.#looksAtMost) socket.destroy();
    }
  }
}
