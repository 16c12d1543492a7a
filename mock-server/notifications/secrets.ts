import type { Ids } from '../ids/ids.ts';
import type { NotificationSetting } from '../resources/notification-settings/kind.ts';
import type { RetiredSecrets } from '../state/entries/retired-secrets.ts';

/**
 * Secret of destinations that tests register. It never changes, so the code under test can have it before the
 * destination exists. Like the default API key, it is no secret.
 */
export const defaultWebhookSecret = 'pdl_ntfset_01kpadd0ck0000000000000000_PaddockWebhookSecretForTests0000';

/**
 * Generates a destination's secret. @evidence official: `pdl_ntfset_`, the destination's ULID, 32 letters and digits.
 */
export function makeSecret(settingId: string, ids: Ids): string {
  return `pdl_${settingId}_${ids.text(32)}`;
}

/**
 * Returns the secrets that a delivery is signed with: retired ones that are still valid, then the current one.
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
