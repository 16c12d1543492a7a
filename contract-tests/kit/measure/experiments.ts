import type { BehaviourName } from '../../contract/behaviours.ts';
import type { Experiment } from './experiment.ts';
import { archiving } from './experiments/archiving.ts';
import { customDataEmpty } from './experiments/custom-data-empty.ts';
import { customDataValues } from './experiments/custom-data-values.ts';
import { customerLocaleDefault } from './experiments/customer-locale-default.ts';
import { dunning } from './experiments/dunning.ts';
import { duplicateEmails } from './experiments/duplicate-emails.ts';
import { importMeta } from './experiments/import-meta.ts';
import { listDefaultStatus } from './experiments/list-default-status.ts';
import { marketingConsent } from './experiments/marketing-consent.ts';
import { pageSizes } from './experiments/page-sizes.ts';
import { paginationNext } from './experiments/pagination-next.ts';
import { patchArchived } from './experiments/patch-archived.ts';
import { pausedItems, pausedPeriod } from './experiments/paused.ts';
import { portalLinks } from './experiments/portal-links.ts';
import { postalCode } from './experiments/postal-code.ts';
import { rateLimit } from './experiments/rate-limit.ts';
import { itemsWithDate, laterCycleChange, resumeBeforePause, trialItems } from './experiments/refused-updates.ts';
import { chargePeriod, checkoutCreation, dailyCharges, renewalProration } from './experiments/subscription-bills.ts';
import { summaryCredit } from './experiments/summary-credit.ts';
import { timestamps } from './experiments/timestamps.ts';
import { updatedAtFilter } from './experiments/updated-at-filter.ts';
import { webhookEvents } from './experiments/webhook-events.ts';
import { webhookRetries } from './experiments/webhook-retries.ts';
import { webhookSecret } from './experiments/webhook-secret.ts';

/** An experiment for each behaviour, in order of execution: those that may block the account come last. */
export const experiments: { readonly [Name in BehaviourName]: Experiment<Name> } = {
  'duplicate-emails': duplicateEmails,
  'pagination-next': paginationNext,
  'custom-data-values': customDataValues,
  'custom-data-empty': customDataEmpty,
  archiving,
  'patch-archived': patchArchived,
  'marketing-consent': marketingConsent,
  'import-meta': importMeta,
  'customer-locale-default': customerLocaleDefault,
  'list-default-status': listDefaultStatus,
  'updated-at-filter': updatedAtFilter,
  'postal-code': postalCode,
  'portal-links': portalLinks,
  'webhook-events': webhookEvents,
  'webhook-secret': webhookSecret,
  'webhook-retries': webhookRetries,
  'page-sizes': pageSizes,
  timestamps,
  dunning,
  'paused-period': pausedPeriod,
  'paused-items': pausedItems,
  'summary-credit': summaryCredit,
  'trial-items': trialItems,
  'items-with-date': itemsWithDate,
  'later-cycle-change': laterCycleChange,
  'resume-before-pause': resumeBeforePause,
  'renewal-proration': renewalProration,
  'charge-period': chargePeriod,
  'daily-charges': dailyCharges,
  'checkout-creation': checkoutCreation,
  'rate-limit': rateLimit,
};
