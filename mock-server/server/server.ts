import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { UsageError } from '#openapi/text/usage-error.ts';
import { badRequest, type PaddleApiError, paddleError } from '../errors/errors.ts';
import { errorText } from '../http/output/render-error.ts';
import type { createApp } from './app.ts';

/** Longest request line and headers together, in bytes. @evidence assumed: Paddle publishes the error and not the number. */
const headerBytesAtMost = 16 * 1024;

/**
 * How long a connection may be idle, in milliseconds. Whoever keeps it has to give it up first, or meets a reset when both
 * do so at once: nginx keeps it for 60 seconds, and clients for as long as they are told.
 */
const idleMsAtMost = 75_000;

/** The connections of each server that have brought no request yet. Node counts them among the busy ones. */
const unused = new WeakMap<Server, Set<Socket>>();

/**
 * Serves an application.
 *
 * @returns the server, and its URL with the port that it really has
 * @throws UsageError where the address cannot be listened on
 */
export async function listen(
  { answer, messages }: ReturnType<typeof createApp>,
  host: string,
  port: number,
  makeRequestId: () => string,
): Promise<{ server: Server; url: string }> {
  const limits = { maxHeaderSize: headerBytesAtMost, keepAliveTimeout: idleMsAtMost };
  // Messages are made by the application's own classes, so they are what it takes.
  const listener = answer as (request: IncomingMessage, response: ServerResponse) => void;
  // The application refuses a request without Host, in Paddle's words.
  const server = createServer({ ...limits, ...messages, requireHostHeader: false }, listener);
  const sockets = new Set<Socket>();
  unused.set(server, sockets);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.prependListener('request', ({ socket }) => sockets.delete(socket));
  server.prependListener('checkExpectation', ({ socket }) => sockets.delete(socket));
  server.on('clientError', (error, socket: Socket) => refuseUnreadable(error, socket, makeRequestId()));
  // Node would refuse what it does not expect by itself, and not in Paddle's words.
  server.on('checkExpectation', listener);
  server.on('connect', (request, socket: Socket) => {
    const response = new messages.ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(socket);
    response.once('finish', () => socket.end());
    listener(request, response);
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

/** Ends a server: requests that are being answered are finished first. */
export async function stop(server: Server): Promise<void> {
  const endUnused = () => {
    for (const socket of unused.get(server) ?? []) socket.destroy();
  };
  // What a client has just sent may be on its way.
  const timer = setTimeout(endUnused, 100);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    // For connections that become idle from now on.
    server.keepAliveTimeout = 1;
  });
  clearTimeout(timer);
}

/** Ends a server like `stop`, but cuts off what is not finished after a time, in milliseconds. */
export async function stopWithin(server: Server, withinMs: number): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), withinMs);
  await stop(server);
  clearTimeout(timer);
}

/** Answers what is no HTTP that Node can read with the error that Paddle has for it. */
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
