import { curlScript, exportCurlScript } from '#openapi/exchange/curl-script.ts';
import type { ReplayableExchange } from '#openapi/exchange/script-steps.ts';
import { exportTypescriptProgram, typescriptProgram } from '#openapi/exchange/typescript-program.ts';
import { harOf } from '../../journal/har.ts';
import { findRequests } from '../../journal/kept-requests.ts';
import { replayable, type ShownRequest, showRequest } from '../../journal/shown-request.ts';
import { type Steps, withTurns } from '../../time/in-portions.ts';
import { EventStream } from '../event-stream.ts';
import type { ControlHandlers } from '../handlers.ts';
import { followRequests } from '../inspect/live-requests.ts';
import { ControlError } from '../requests/control-error.ts';

/** Handlers for recorded requests. */
export const requestHandlers: Pick<
  ControlHandlers,
  'listRequests' | 'clearRequests' | 'getRequest' | 'streamRequests'
> = {
  listRequests: async ({ query }, { account }) => {
    const requests = await withTurns(findRequests(account.journal, query));
    switch (query.format) {
      case 'har':
        return withTurns(harOf(requests));
      case 'curl':
        return `#!/bin/sh\n${await withTurns(exportReplayable(requests, exportCurlScript))}\n`;
      case 'typescript':
        return `${await withTurns(exportReplayable(requests, exportTypescriptProgram))}\n`;
      default:
        return { requests, total: account.journal.count };
    }
  },

  getRequest: ({ params }, { account }) => {
    const entry = account.journal.find(Number(params.number));
    if (!entry)
      throw new ControlError(
        404,
        'not_found',
        `Could not find the request ${params.number}: it is not kept. List them with GET /_paddock/requests.`,
      );
    const request = showRequest(entry);
    const exchanges = [replayable(request)];
    return {
      request,
      hint: request.response_headers['x-paddock-hint'] ?? null,
      curl: curlScript(exchanges),
      typescript: typescriptProgram(exchanges),
    };
  },

  streamRequests: ({ query }, { account, isDraining }) =>
    new EventStream((signal) => followRequests(account.journal, query.after, isDraining, signal)),

  clearRequests: (_request, { account }) => {
    account.journal.clear();
    return undefined;
  },
};

function* exportReplayable(
  requests: readonly ShownRequest[],
  print: (exchanges: readonly ReplayableExchange[]) => Steps<string>,
): Steps<string> {
  const exchanges: ReplayableExchange[] = [];
  for (const request of requests) {
    exchanges.push(replayable(request));
    yield;
  }
  return yield* print(exchanges);
}
