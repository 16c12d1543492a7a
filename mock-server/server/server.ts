import { createServer, type IncomingMessage, type Server, ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { UsageError } from '#openapi/text/usage-error.ts';
import { badRequest, type PaddleApiError, paddleError } from '../errors/errors.ts';
import { IdleConnections } from '../fast/idle-connections.ts';
import { keepShapeOfTicks } from '../fast/shape-of-ticks.ts';
import { errorText } from '../http/output/render-error.ts';
import type { createApp } from './app.ts';

/** Most bytes of request line and headers. @evidence official: the error; assumed: the number */
const headerBytesAtMost = 16 * 1024;

/**
 * Longest time that a connection may be idle, in milliseconds. Longer than nginx's 60 seconds: if both sides close at
 * once, the proxy gets a connection reset.
 */
const idleMsAtMost = 75_000;

/** The connections of each server: those without a request yet, which Node counts as busy, and the idle ones. */
const connectionsOf = new WeakMap<Server, { unused: Set<Socket>; idle: IdleConnections }>();

/**
 * Serves an application.
 *
 * @returns the server, and its URL with the actual port
 * @throws UsageError if it cannot listen on the address
 */
export async function listen(
  answer: ReturnType<typeof createApp>,
  host: string,
  port: number,
  makeRequestId: () => string,
): Promise<{ server: Server; url: string }> {
  const limits = { maxHeaderSize: headerBytesAtMost, keepAliveTimeout: idleMsAtMost };
  // Spares requests without a body the events of a stream, which nobody reads.
  const speed = { optimizeEmptyRequests: true };
  // The application adds what Express would add to messages.
  const reply = answer as (request: IncomingMessage, response: ServerResponse) => void;
  const sockets = new Set<Socket>();
  const listener: typeof reply = (request, response) => {
    if (sockets.size > 0) sockets.delete(request.socket);
    idle.use(request.socket, response);
    reply(request, response);
  };
  // The application rejects a request without Host with Paddle's error.
  const server = createServer({ ...limits, ...speed, requireHostHeader: false }, listener);
  const idle = new IdleConnections(server);
  keepShapeOfTicks();
  connectionsOf.set(server, { unused: sockets, idle });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('clientError', (error, socket: Socket) => refuseUnreadable(error, socket, makeRequestId()));
  // Node itself would not answer with Paddle's error.
  server.on('checkExpectation', listener);
  server.on('connect', (request, socket: Socket) => {
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(socket);
    response.once('finish', () => socket.end());
    reply(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(new UsageError(`Could not listen on ${host}:${port}: ${error.message}. Choose another --port or --host.`));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { server, url: `http://${name}:${address.port}` };
}

/** Stops a server after its current requests. */
export async function stop(server: Server): Promise<void> {
  const endUnused = () => {
    for (const socket of connectionsOf.get(server)?.unused ?? []) socket.destroy();
  };
  // A first request may still be in transit.
  const timer = setTimeout(endUnused, 100);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    // Closes connections that become idle later.
    connectionsOf.get(server)?.idle.leave();
    server.keepAliveTimeout = 1;
  });
  clearTimeout(timer);
}

/** Stops a server like `stop`, but aborts requests after a time limit, in milliseconds. */
export async function stopWithin(server: Server, withinMs: number): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), withinMs);
  await stop(server);
  clearTimeout(timer);
}

/** Answers malformed HTTP with Paddle's error. */
function refuseUnreadable(error: Error & { code?: string }, socket: Socket, requestId: string): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const refusal = refusalOf(error.code);
  const text = errorText(refusal, requestId);
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(text)}`,
    `Request-Id: ${requestId}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
}

function refusalOf(code: string | undefined): PaddleApiError {
  if (code === 'HPE_HEADER_OVERFLOW') return paddleError('request_headers_too_large');
  return code === 'HPE_INVALID_METHOD' ? paddleError('not_implemented') : badRequest();
}
