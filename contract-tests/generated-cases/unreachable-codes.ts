import type { OperationId } from '../contract/operations.ts';
import type { Target } from '../targets/target.ts';

/** A documented error code that no request to the operation provokes, and why. */
export type UnreachableCode = {
  readonly operation: OperationId | 'every' | 'every GET';
  readonly code: string;
  readonly reason: string;
  /** Whether no law tries to have it all the same: what the account holds, or the target lacks, decides about it. */
  readonly isUntried?: true;
};

const broken = 'the target is not broken, and what breaks it is no request';
const notLeftOut = 'only what a mock leaves out is answered so, such as some values of include; no case asks for that';
const noToken = 'it refuses the access tokens of OAuth apps, whose form is not published';
const nothingBeyond = 'what fits the schema of the body is accepted';
const noOtherKey = 'there is no key with fewer permissions';
const notAlone = 'the account may have other destinations, which are not ours to count';

/**
 * Codes that are documented and cannot be had of a target. One that occurs all the same breaks `error-codes`, as does a
 * documented one that neither occurs nor stands here.
 */
export function unreachableCodes({ behaviours, can, limits }: Target): UnreachableCode[] {
  const servers = ['internal_error', 'not_implemented', 'bad_gateway', 'service_unavailable'];
  const withoutRule = ['createCustomer', 'createBusiness', 'updateBusiness', ...notifications] as const;
  return [
    ...servers.map((code): UnreachableCode => ({ operation: 'every', code, reason: broken })),
    unreachable('every', 'temporarily_unavailable', notLeftOut),
    unreachable('every', 'invalid_access_token', noToken),
    ...withoutRule.map((operation) => unreachable(operation, 'invalid_field', nothingBeyond)),
    unreachable('listEventTypes', 'forbidden', 'any key will do'),
    unreachable('getIpAddresses', 'too_many_requests', 'requests are counted by key, and this takes none'),
    ...(behaviours['import-meta'] === 'set-once'
      ? []
      : [unreachable('updateCustomer', 'invalid_field', nothingBeyond)]),
    ...(behaviours['postal-code'] === 'optional'
      ? [
          unreachable('createAddress', 'invalid_field', nothingBeyond),
          unreachable('updateAddress', 'invalid_field', nothingBeyond),
        ]
      : []),
    ...(can.keys ? [] : [unreachable('every', 'forbidden', noOtherKey)]),
    ...(can.isolate
      ? []
      : notifications.map((operation) => untried(operation, 'notification_maximum_active_settings_reached', notAlone))),
    ...(can.receiver && can.settle
      ? []
      : [untried('replayNotification', 'notification_replay_invalid_origin_type', 'nothing gets delivered')]),
    ...(limits ? [unreachable('every GET', 'unexpected_request_body', 'what keeps to the limits sends none')] : []),
  ];
}

const notifications = ['createNotificationSetting', 'updateNotificationSetting'] as const;

function unreachable(operation: UnreachableCode['operation'], code: string, reason: string): UnreachableCode {
  return { operation, code, reason };
}

function untried(...given: Parameters<typeof unreachable>): UnreachableCode {
  return { ...unreachable(...given), isUntried: true };
}
