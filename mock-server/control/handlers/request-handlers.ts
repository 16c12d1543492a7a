import { exportCurlScript } from '#openapi/exchange/curl-script.ts';
import type { ReplayableExchange } from '#openapi/exchange/script-steps.ts';
import { exportTypescriptProgram } from '#openapi/exchange/typescript-program.ts';
import { harOf } from '../../journal/har.ts';
import { findRequests } from '../../journal/kept-requests.ts';
import { replayable, type ShownRequest } from '../../journal/shown-request.ts';
import { type Steps, withTurns } from '../../time/in-portions.ts';
import type { ControlHandlers } from '../handlers.ts';

/** Handlers for recorded requests. */
export const requestHandlers: Pick<ControlHandlers, 'listRequests' | 'clearRequests'> = {
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
