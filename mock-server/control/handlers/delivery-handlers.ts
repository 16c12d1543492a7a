import { redactText } from '#openapi/exchange/redact.ts';
import type { Account } from '../../account/account.ts';
import { makeSecret } from '../../notifications/secrets.ts';
import type { NotificationSetting } from '../../resources/notification-settings/kind.ts';
import { registerDestination } from '../../resources/notification-settings/register.ts';
import { rotateSecret } from '../../resources/notification-settings/transitions.ts';
import type { Delivery } from '../../state/entries/notification-logs.ts';
import type { ControlHandlers } from '../handlers.ts';
import { verify } from '../inspect/verify-delivery.ts';
import { ControlError } from '../requests/control-error.ts';

/** Default time limit of settling, in milliseconds. */
const settleTimeoutMs = 10_000;
/** Most past events that a new destination receives. */
const pastEventsAtMost = 1_000;
/** Default time that a replaced secret stays valid, in seconds. */
const overlapSeconds = 86_400;

/** Handlers for destinations and deliveries. */
export const deliveryHandlers: Pick<
  ControlHandlers,
  | 'registerDestination'
  | 'listDeliveries'
  | 'getDelivery'
  | 'settleDeliveries'
  | 'getChaos'
  | 'setChaos'
  | 'rotateSecret'
> = {
  registerDestination: (
    { body: { destination: url, endpoint_secret_key: secret, subscribed_events: events, past_events = false } },
    { account },
  ) => {
    const setting = registerDestination(account, { url, secret, events });
    if (past_events) {
      account.apply({ entries: account.store.notificationsOfPast(setting, pastEventsAtMost) });
    }
    const { id, destination, endpoint_secret_key } = setting;
    return { id, destination, endpoint_secret_key };
  },

  listDeliveries: ({ query }, { account }) => {
    const { due, later } = account.dispatcher.waiting();
    return {
      deliveries: account.store.logs.list({ ...query, limit: Number(query.limit ?? 100) }).map(withoutSecrets),
      waiting: due + later,
    };
  },

  getDelivery: ({ params }, { account }) => {
    const [delivery] = account.store.logs.list({ id: params.delivery_id, limit: 1 });
    if (!delivery)
      throw new ControlError(
        404,
        'not_found',
        `Could not find the delivery ${params.delivery_id}. List them with GET /_paddock/deliveries.`,
      );
    return { delivery: withoutSecrets(delivery), ...verify(delivery, account) };
  },

  settleDeliveries: async ({ body: { timeout_ms = settleTimeoutMs } }, { account }) => {
    const { due, later } = await account.settle(timeout_ms);
    return { settled: due === 0, due, later };
  },

  getChaos: ({ params }, { account }) => readChaos(account, requireSetting(account, params.notification_setting_id)),

  setChaos: ({ params, body }, { account }) => {
    const setting = requireSetting(account, params.notification_setting_id);
    account.chaos.set(setting.id, body);
    account.agenda.wake();
    return readChaos(account, setting);
  },

  rotateSecret: ({ params, body }, { account }) => {
    const setting = requireSetting(account, params.notification_setting_id);
    const endpoint_secret_key = makeSecret(setting.id, account.ids);
    const endsAt = account.clock.now() + 1000 * (body.overlap_seconds ?? overlapSeconds);
    account.apply(rotateSecret(setting, endpoint_secret_key, endsAt));
    return { endpoint_secret_key };
  },
};

/** Redacts a delivery: the destination may contain a password, and the endpoint's response anything. */
function withoutSecrets(delivery: Delivery): Delivery {
  const { destination, response_body } = delivery;
  return { ...delivery, destination: redactText(destination), response_body: redactText(response_body) };
}

function readChaos({ chaos }: Account, { id }: NotificationSetting) {
  return { chaos: chaos.planFor(id), applied: chaos.appliedTo(id) };
}

function requireSetting({ store }: Account, id: string): NotificationSetting {
  const setting = store.notification_settings.find(id);
  if (setting) return setting;
  throw new ControlError(
    404,
    'not_found',
    `Could not find the destination ${id}: the account has no such notification setting. List them with GET /notification-settings.`,
  );
}
