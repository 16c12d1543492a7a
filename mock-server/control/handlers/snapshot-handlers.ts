import type { ControlHandlers } from '../handlers.ts';

/** Handlers for snapshots and forks. */
export const snapshotHandlers: Pick<
  ControlHandlers,
  'listSnapshots' | 'takeSnapshot' | 'restoreSnapshot' | 'removeSnapshot' | 'forkAccount'
> = {
  listSnapshots: (_request, { account, accounts }) => ({ snapshots: accounts.snapshots.list(account) }),

  takeSnapshot: ({ params }, { account, accounts }) => accounts.snapshots.take(account, params.name),

  restoreSnapshot: ({ params }, { account, accounts }) => accounts.snapshots.restore(account, params.name),

  removeSnapshot: ({ params }, { account, accounts }) => {
    accounts.snapshots.remove(account, params.name);
    return undefined;
  },

  forkAccount: async ({ body }, { account, accounts }) => ({ api_key: await accounts.fork(account, body.api_key) }),
};
