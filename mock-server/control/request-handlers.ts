import { curlScript } from '#openapi/exchange/curl-script.ts';
import { typescriptProgram } from '#openapi/exchange/typescript-program.ts';
import { harOf } from '../journal/har.ts';
import { keptRequests } from '../journal/kept-requests.ts';
import { replayable } from '../journal/shown-request.ts';
import type { ControlHandlers } from './handlers.ts';

/** Handlers for recorded requests. */
export const requestHandlers: Pick<ControlHandlers, 'listRequests' | 'clearRequests'> = {
  listRequests: async ({ query }, { account }) => {
    const requests = await keptRequests(account.journal, query);
    switch (query.format) {
      case 'har':
        return harOf(requests);
      case 'curl':
        return `#!/bin/sh\n${curlScript(requests.map(replayable))}\n`;
      case 'typescript':
        return `${typescriptProgram(requests.map(replayable))}\n`;
      default:
        return { requests, total: account.journal.count };
    }
  },

  clearRequests: (_request, { account }) => {
    account.journal.clear();
    return undefined;
  },
};
