import { redactText } from '#openapi/exchange/redact.ts';
import type { operations } from '#openapi/generated/control.ts';
import type { Account } from '../../account/account.ts';
import { secretsOf } from '../../notifications/secrets.ts';
import { signatureHeader } from '../../notifications/signature.ts';
import { deliveryBody } from '../../state/database/jsonb-text.ts';
import type { Delivery } from '../../state/entries/notification-logs.ts';

type Shown = Pick<operations['getDelivery']['responses'][200]['content']['application/json'], 'body' | 'verification'>;

/** Reads the body of a delivery and verifies its signature, as a receiver does with the destination's secret. */
export function verify(delivery: Delivery, account: Account): Shown {
  const sent = account.store.outbox.find(delivery.notification_id);
  const setting = account.store.notification_settings.find(delivery.notification_setting_id);
  const body = sent ? deliveryBody(sent.payload) : null;
  const [, seconds] = /^ts=(\d+);/.exec(delivery.signature ?? '') ?? [];
  const nothing = { is_valid: false, signed_at: null, age_seconds: null };
  const shown = body === null ? null : redactText(body);
  if (delivery.signature === null || seconds === undefined)
    return { body: shown, verification: { ...nothing, explanation: 'Nothing was signed.' } };
  const times = {
    signed_at: new Date(Number(seconds) * 1000).toISOString(),
    // Real time, as receivers compare it.
    age_seconds: Math.floor(Date.now() / 1000) - Number(seconds),
  };
  if (body === null || !setting)
    return {
      body: shown,
      verification: { ...nothing, ...times, explanation: 'The notification or its destination is no longer kept.' },
    };
  const secrets = secretsOf(setting, account.store.secrets, account.clock.now());
  const [, ...expected] = signatureHeader(body, secrets, Number(seconds)).split(';');
  const is_valid = delivery.signature.split(';').some((part) => expected.includes(part));
  const explanation = is_valid
    ? `HMAC-SHA256 of "${seconds}:" and the body, with a secret of the destination, gives this signature.`
    : 'No current secret of the destination gives this signature: it was signed with another one.';
  return { body: shown, verification: { is_valid, ...times, explanation } };
}
