/**
 * Receiver of webhooks: bare node:http that reads each body and answers 200. `node sink-server.ts` starts it on a
 * free port. `GET /?of=COUNT` is answered after that many deliveries, with their rate, and resets the count.
 */
import { createServer, type ServerResponse } from 'node:http';
import { arrivalRate } from '../figures.ts';

let arrivals: number[] = [];
let bytes = 0;
let asked: { response: ServerResponse; of: number } | undefined;

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    asked = { response, of: Number(new URL(request.url ?? '/', 'http://sink').searchParams.get('of')) };
    answerWhenDone();
    return;
  }
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  request.on('end', () => {
    arrivals.push(performance.now());
    response.end();
    answerWhenDone();
  });
});

function answerWhenDone(): void {
  if (!asked || arrivals.length < asked.of) return;
  asked.response.end(JSON.stringify({ rate: arrivalRate(arrivals), bytes: Math.round(bytes / arrivals.length) }));
  asked = undefined;
  arrivals = [];
  bytes = 0;
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Could not determine the port of the sink.');
  console.log(JSON.stringify({ url: `http://127.0.0.1:${address.port}/` }));
});
