import { curlScript } from '../journal/curl-script.ts';
import { harOf } from '../journal/har.ts';
import { keptRequests } from '../journal/kept-requests.ts';
import { typescriptProgram } from '../journal/typescript-program.ts';
import type { ControlHandlers } from './handlers.ts';

/** The part of the control plane that is about past exchanges. */
export const requestHandlers: Pick<ControlHandlers, 'listRequests' | 'clearRequests'> = {
  listRequests: ({ query }, { account }) => {
    const requests = keptRequests(account.journal, query);
    switch (query.format) {
      case 'har':
        return harOf(requests);
      case 'curl':
        return curlScript(requests);
      case 'typescript':
        return typescriptProgram(requests);
      default:
        return { requests, total: account.journal.count };
    }
  },

  clearRequests: (_request, { account }) => {
    account.journal.clear();
    return undefined;
  },
};
