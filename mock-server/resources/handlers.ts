import type { Handlers, OperationId } from '../http/handler.ts';
import { addressHandlers } from './addresses/handlers.ts';
import { adjustmentHandlers } from './adjustments/handlers.ts';
import { apiKeyHandlers } from './api-keys/handlers.ts';
import { authTokenHandlers } from './auth-tokens/handlers.ts';
import { businessHandlers } from './businesses/handlers.ts';
import { checkoutDomainHandlers } from './checkout-domains/handlers.ts';
import { clientTokenHandlers } from './client-tokens/handlers.ts';
import { countryHandlers } from './countries/handlers.ts';
import { creditBalanceHandlers } from './credit-balances/handlers.ts';
import { currencyHandlers } from './currencies/handlers.ts';
import { customerHandlers } from './customers/handlers.ts';
import { discountGroupHandlers } from './discount-groups/handlers.ts';
import { discountHandlers } from './discounts/handlers.ts';
import { eventTypeHandlers } from './event-types/handlers.ts';
import { eventHandlers } from './events/handlers.ts';
import { ipHandlers } from './ips/handlers.ts';
import { metricHandlers } from './metrics/handlers.ts';
import { notificationSettingHandlers } from './notification-settings/handlers.ts';
import { notificationHandlers } from './notifications/handlers.ts';
import { paymentMethodHandlers } from './payment-methods/handlers.ts';
import { portalSessionHandlers } from './portal-sessions/handlers.ts';
import { priceHandlers } from './prices/handlers.ts';
import { pricingPreviewHandlers } from './pricing-preview/handlers.ts';
import { productHandlers } from './products/handlers.ts';
import { reportHandlers } from './reports/handlers.ts';
import { rootHandlers } from './root/handlers.ts';
import { settingsHandlers } from './settings/handlers.ts';
import { simulationEventHandlers } from './simulation-events/handlers.ts';
import { simulationRunHandlers } from './simulation-runs/handlers.ts';
import { simulationHandlers } from './simulations/handlers.ts';
import { subscriptionHandlers } from './subscriptions/handlers.ts';
import { transactionHandlers } from './transactions/handlers.ts';
import { verificationHandlers } from './verifications/handlers.ts';

export const handlers: Handlers<OperationId> = {
  ...customerHandlers,
  ...addressHandlers,
  ...businessHandlers,
  ...productHandlers,
  ...priceHandlers,
  ...discountGroupHandlers,
  ...discountHandlers,
  ...subscriptionHandlers,
  ...portalSessionHandlers,
  ...paymentMethodHandlers,
  ...authTokenHandlers,
  ...transactionHandlers,
  ...pricingPreviewHandlers,
  ...adjustmentHandlers,
  ...creditBalanceHandlers,
  ...clientTokenHandlers,
  ...eventTypeHandlers,
  ...notificationSettingHandlers,
  ...eventHandlers,
  ...notificationHandlers,
  ...ipHandlers,
  ...settingsHandlers,
  ...rootHandlers,
  ...metricHandlers,
  ...apiKeyHandlers,
  ...reportHandlers,
  ...countryHandlers,
  ...currencyHandlers,
  ...checkoutDomainHandlers,
  ...verificationHandlers,
  ...simulationHandlers,
  ...simulationRunHandlers,
  ...simulationEventHandlers,
};
