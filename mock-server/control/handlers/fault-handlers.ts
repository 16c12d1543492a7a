import type { ControlHandlers } from '../handlers.ts';
import { ControlError } from '../requests/control-error.ts';

/** Handlers for faults. */
export const faultHandlers: Pick<
  ControlHandlers,
  'listFaults' | 'replaceFaults' | 'addFault' | 'clearFaults' | 'removeFault'
> = {
  listFaults: (_request, { account }) => ({ faults: account.faults.list() }),

  replaceFaults: ({ body }, { account }) => {
    account.faults.replace(body.faults);
    return { faults: account.faults.list() };
  },

  addFault: ({ body }, { account }) => account.faults.add(body),

  clearFaults: (_request, { account }) => {
    account.faults.clear();
    return undefined;
  },

  removeFault: ({ params }, { account }) => {
    if (account.faults.remove(params.fault_id)) return undefined;
    throw new ControlError(
      404,
      'not_found',
      `Could not remove the fault ${params.fault_id}: the account has no such fault. List them with GET /_paddock/faults.`,
    );
  },
};
