import type { Mutant } from './mutant.ts';
import { addressMutants } from './table/addresses.ts';
import { adjustmentMutants } from './table/adjustments.ts';
import { apiKeyMutants } from './table/api-keys.ts';
import { archivingMutants } from './table/archiving.ts';
import { authenticationMutants } from './table/authentication.ts';
import { catalogueMutants } from './table/catalogue.ts';
import { clientTokenMutants } from './table/client-tokens.ts';
import { customerMutants } from './table/customers.ts';
import { deliveryMutants } from './table/deliveries.ts';
import { destinationMutants } from './table/destinations.ts';
import { eventMutants } from './table/events.ts';
import { exchangeMutants } from './table/exchanges.ts';
import { filterMutants } from './table/filters.ts';
import { metricsMutants } from './table/metrics.ts';
import { moneyMutants } from './table/money.ts';
import { paginationMutants } from './table/pagination.ts';
import { paymentMutants } from './table/payments.ts';
import { portalMutants } from './table/portal.ts';
import { pricingPreviewMutants } from './table/pricing-previews.ts';
import { productMutants } from './table/products.ts';
import { rateLimitMutants } from './table/rate-limit.ts';
import { reportMutants } from './table/reports.ts';
import { settingsMutants } from './table/settings.ts';
import { simulationMutants } from './table/simulations.ts';
import { subscriptionBillMutants } from './table/subscription-bills.ts';
import { subscriptionMutants } from './table/subscriptions.ts';
import { surroundingsMutants } from './table/surroundings.ts';
import { transactionMutants } from './table/transactions.ts';
import { updateMutants } from './table/updates.ts';

/** All mutants, grouped by area. */
export const mutants: readonly Mutant[] = [
  ...exchangeMutants,
  ...authenticationMutants,
  ...rateLimitMutants,
  ...customerMutants,
  ...updateMutants,
  ...archivingMutants,
  ...addressMutants,
  ...productMutants,
  ...catalogueMutants,
  ...clientTokenMutants,
  ...adjustmentMutants,
  ...paymentMutants,
  ...transactionMutants,
  ...simulationMutants,
  ...moneyMutants,
  ...subscriptionMutants,
  ...subscriptionBillMutants,
  ...pricingPreviewMutants,
  ...settingsMutants,
  ...metricsMutants,
  ...apiKeyMutants,
  ...reportMutants,
  ...surroundingsMutants,
  ...filterMutants,
  ...paginationMutants,
  ...portalMutants,
  ...eventMutants,
  ...destinationMutants,
  ...deliveryMutants,
];
