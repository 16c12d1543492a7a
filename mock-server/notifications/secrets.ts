import type { Ids } from '../ids/ids.ts';
import type { NotificationSetting } from '../resources/notification-settings/kind.ts';
import type { RetiredSecrets } from '../state/retired-secrets.ts';

/**
 * The secret of destinations that a test registers: always the same, so that the code under test can be given it before
 * there is a destination. No secret, like the default API key.
 */
export const defaultWebhookSecret = 'pdl_ntfset_01kpadd0ck0000000000000000_PaddockWebhookSecretForTests0000';

/** Makes a destination's secret. @evidence official: `pdl_ntfset_`, the destination's ULID, 32 letters and digits. */
export function makeSecret(settingId: string, ids: Ids): string {
  return `pdl_${settingId}_${ids.text(32)}`;
}

/**
 * The secrets that a delivery is signed with: those that are being replaced, and the one that stays.
 *
 * @evidence official: there are several signatures during a rotation. assumed: the new one comes last, since Paddle's
 * Node SDK looks at the last one only.
 */
export function secretsOf(
  setting: NotificationSetting,
  replaced: Pick<RetiredSecrets, 'retired'>,
  now: number,
): string[] {
  return [...replaced.retired(setting.id, now), setting.endpoint_secret_key];
}
