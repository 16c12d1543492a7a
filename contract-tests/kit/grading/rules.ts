import type { Rule } from './rule.ts';
import { conflictIgnored } from './rules/conflict-ignored.ts';
import { customDataCleared } from './rules/custom-data-cleared.ts';
import { failingWebhooks } from './rules/failing-webhooks.ts';
import { forgedWebhooks } from './rules/forged-webhooks.ts';
import { missingUserAgent } from './rules/missing-user-agent.ts';
import { missingVersion } from './rules/missing-version.ts';
import { pollingTooFast } from './rules/polling-too-fast.ts';
import { repeatedPosts } from './rules/repeated-posts.ts';
import { retryAfterIgnored } from './rules/retry-after-ignored.ts';
import { retryStorms } from './rules/retry-storms.ts';
import { slowWebhooks } from './rules/slow-webhooks.ts';
import { undeclaredFields } from './rules/undeclared-fields.ts';
import { unknownOperations } from './rules/unknown-operations.ts';
import { unknownParameters } from './rules/unknown-parameters.ts';
import { unreadPages } from './rules/unread-pages.ts';

/** All rules, the most important first. */
export const rules: readonly Rule[] = [
  repeatedPosts,
  customDataCleared,
  conflictIgnored,
  unreadPages,
  retryAfterIgnored,
  retryStorms,
  forgedWebhooks,
  failingWebhooks,
  slowWebhooks,
  pollingTooFast,
  undeclaredFields,
  unknownParameters,
  unknownOperations,
  missingUserAgent,
  missingVersion,
];
