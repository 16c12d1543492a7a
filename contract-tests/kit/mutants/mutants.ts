import type { Mutant } from './mutant.ts';
import { addressMutants } from './table/addresses.ts';
import { apiKeyMutants } from './table/api-keys.ts';
import { archivingMutants } from './table/archiving.ts';
import { authenticationMutants } from './table/authentication.ts';
import { checkoutMutants } from './table/checkouts.ts';
import { clientTokenMutants } from './table/client-tokens.ts';
import { customerMutants } from './table/customers.ts';
import { deliveryMutants } from './table/deliveries.ts';
import { destinationMutants } from './table/destinations.ts';
import { eventMutants } from './table/events.ts';
import { exchangeMutants } from './table/exchanges.ts';
import { filterMutants } from './table/filters.ts';
import { metricsMutants } from './table/metrics.ts';
import { paginationMutants } from './table/pagination.ts';
import { portalMutants } from './table/portal.ts';
import { rateLimitMutants } from './table/rate-limit.ts';
import { reportMutants } from './table/reports.ts';
import { adjustmentMutants } from './table/sales/adjustments.ts';
import { catalogueMutants } from './table/sales/catalogue.ts';
import { moneyMutants } from './table/sales/money.ts';
import { paymentMutants } from './table/sales/payments.ts';
import { pricingPreviewMutants } from './table/sales/pricing-previews.ts';
import { productMutants } from './table/sales/products.ts';
import { subscriptionBillMutants } from './table/sales/subscription-bills.ts';
import { subscriptionMutants } from './table/sales/subscriptions.ts';
import { transactionMutants } from './table/sales/transactions.ts';
import { settingsMutants } from './table/settings.ts';
import { simulationMutants } from './table/simulations.ts';
import { surroundingsMutants } from './table/surroundings.ts';
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
  ...checkoutMutants,
  ...eventMutants,
  ...destinationMutants,
  ...deliveryMutants,
];
