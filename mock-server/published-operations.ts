import { allOperations } from './api-spec.ts';

/**
 * Every operation that Paddle publishes for sellers: method, path, operation ID and the permission of the key, `null` where none
 * is published. What the document does not have of it answers 540, so that nobody takes its absence for a wrong URL.
 *
 * @evidence official: the OpenAPI document of May 2025 and of July 2026, and pages of the documentation up to November 2026;
 * assumed for the operation IDs of API keys, and for the permission to read rotations.
 */
const table = `
GET / get-api-root public
GET /adjustments list-adjustments adjustment.read
POST /adjustments create-adjustment adjustment.write
GET /adjustments/{adjustment_id}/credit-note get-adjustment-credit-note adjustment.read
GET /api-keys list-api-keys api_key.read
GET /api-keys/{api_key_id} get-api-key api_key.read
GET /api-keys/{api_key_id}/rotations list-api-key-rotations api_key.read
POST /api-keys/{api_key_id}/rotations create-api-key-rotation -
GET /api-keys/{api_key_id}/rotations/{rotation_id} get-api-key-rotation api_key.read
GET /checkout-domains list-checkout-domains checkout_domain.read
GET /checkout-domains/{domain_id} get-checkout-domain checkout_domain.read
DELETE /checkout-domains/{domain_id} delete-checkout-domain checkout_domain.write
POST /checkout-domains/{domain_id}/verify-payment-method verify-checkout-domain-payment-method checkout_domain.write
GET /client-tokens list-client-tokens client_token.read
POST /client-tokens create-client-token client_token.write
GET /client-tokens/{client_token_id} get-client-token client_token.read
PATCH /client-tokens/{client_token_id} update-client-token client_token.write
GET /countries list-countries -
GET /currencies list-currencies -
GET /customers list-customers customer.read
POST /customers create-customer customer.write
GET /customers/{customer_id} get-customer customer.read
PATCH /customers/{customer_id} update-customer customer.write
GET /customers/{customer_id}/addresses list-addresses address.read
POST /customers/{customer_id}/addresses create-address address.write
GET /customers/{customer_id}/addresses/{address_id} get-address address.read
PATCH /customers/{customer_id}/addresses/{address_id} update-address address.write
POST /customers/{customer_id}/auth-token generate-customer-authentication-token customer_auth_token.write
GET /customers/{customer_id}/businesses list-businesses business.read
POST /customers/{customer_id}/businesses create-business business.write
GET /customers/{customer_id}/businesses/{business_id} get-business business.read
PATCH /customers/{customer_id}/businesses/{business_id} update-business business.write
GET /customers/{customer_id}/credit-balances list-credit-balances customer.read
GET /customers/{customer_id}/payment-methods list-customer-payment-methods payment_method.read
GET /customers/{customer_id}/payment-methods/{payment_method_id} get-customer-payment-method payment_method.read
DELETE /customers/{customer_id}/payment-methods/{payment_method_id} delete-customer-payment-method payment_method.write
POST /customers/{customer_id}/portal-sessions create-customer-portal-session customer_portal_session.write
GET /discount-groups list-discount-groups discount.read
POST /discount-groups create-discount-group discount.write
GET /discount-groups/{discount_group_id} get-discount-group discount.read
PATCH /discount-groups/{discount_group_id} update-discount-group discount.write
GET /discounts list-discounts discount.read
POST /discounts create-discount discount.write
GET /discounts/{discount_id} get-discount discount.read
PATCH /discounts/{discount_id} update-discount discount.write
GET /event-types list-event-types -
GET /events list-events notification.read
GET /ips get-ip-addresses -
GET /metrics/active-subscribers get-metrics-active-subscribers metrics.read
GET /metrics/chargebacks get-metrics-chargebacks metrics.read
GET /metrics/checkout-conversion get-metrics-checkout-conversion metrics.read
GET /metrics/monthly-recurring-revenue get-metrics-monthly-recurring-revenue metrics.read
GET /metrics/monthly-recurring-revenue-change get-metrics-monthly-recurring-revenue-change metrics.read
GET /metrics/refunds get-metrics-refunds metrics.read
GET /metrics/revenue get-metrics-revenue metrics.read
GET /notification-settings list-notification-settings notification_setting.read
POST /notification-settings create-notification-setting notification_setting.write
GET /notification-settings/{notification_setting_id} get-notification-setting notification_setting.read
PATCH /notification-settings/{notification_setting_id} update-notification-setting notification_setting.write
DELETE /notification-settings/{notification_setting_id} delete-notification-setting notification_setting.write
GET /notifications list-notifications notification.read
GET /notifications/{notification_id} get-notification notification.read
GET /notifications/{notification_id}/logs list-notification-logs notification.read
POST /notifications/{notification_id}/replay replay-notification notification.write
GET /prices list-prices price.read
POST /prices create-price price.write
GET /prices/{price_id} get-price price.read
PATCH /prices/{price_id} update-price price.write
POST /pricing-preview preview-prices transaction.read
GET /products list-products product.read
POST /products create-product product.write
GET /products/{product_id} get-product product.read
PATCH /products/{product_id} update-product product.write
GET /reports list-reports report.read
POST /reports create-report report.write
GET /reports/{report_id} get-report report.read
GET /reports/{report_id}/download-url get-report-csv report.read
GET /settings/balance-currency get-balance-currency balance_currency.read
PATCH /settings/balance-currency update-balance-currency balance_currency.write
GET /settings/checkout-features get-checkout-features checkout_settings.read
PATCH /settings/checkout-features update-checkout-features checkout_settings.write
GET /settings/checkout-payment-methods get-checkout-payment-method-settings checkout_settings.read
PATCH /settings/checkout-payment-methods update-checkout-payment-method-settings checkout_settings.write
GET /settings/checkout-recovery get-checkout-recovery checkout_settings.read
PATCH /settings/checkout-recovery update-checkout-recovery checkout_settings.write
GET /settings/checkout-styles-overlay get-checkout-styles-overlay checkout_settings.read
PATCH /settings/checkout-styles-overlay update-checkout-styles-overlay checkout_settings.write
GET /settings/checkout-url get-checkout-url checkout_settings.read
PATCH /settings/checkout-url update-checkout-url checkout_settings.write
GET /settings/currency-conversions get-currency-conversions currency_conversion.read
PATCH /settings/currency-conversions update-currency-conversions currency_conversion.write
GET /settings/statement-descriptor get-statement-descriptor-settings statement_descriptor.read
PATCH /settings/statement-descriptor update-statement-descriptor-settings statement_descriptor.write
GET /settings/tax get-tax-settings tax_settings.read
PATCH /settings/tax update-tax-settings tax_settings.write
GET /simulation-types list-simulation-types -
GET /simulations list-simulations notification_simulation.read
POST /simulations create-simulation notification_simulation.write
GET /simulations/{simulation_id} get-simulation notification_simulation.read
PATCH /simulations/{simulation_id} update-simulation notification_simulation.write
GET /simulations/{simulation_id}/runs list-simulation-runs notification_simulation.read
POST /simulations/{simulation_id}/runs create-simulation-run notification_simulation.write
GET /simulations/{simulation_id}/runs/{simulation_run_id} get-simulation-run notification_simulation.read
GET /simulations/{simulation_id}/runs/{simulation_run_id}/events list-simulations-events notification_simulation.read
GET /simulations/{simulation_id}/runs/{simulation_run_id}/events/{simulation_event_id} get-simulation-event notification_simulation.read
POST /simulations/{simulation_id}/runs/{simulation_run_id}/events/{simulation_event_id}/replay replay-simulation-run-event notification_simulation.write
GET /subscriptions list-subscriptions subscription.read
GET /subscriptions/{subscription_id} get-subscription subscription.read
PATCH /subscriptions/{subscription_id} update-subscription subscription.write
POST /subscriptions/{subscription_id}/activate activate-subscription subscription.write
POST /subscriptions/{subscription_id}/cancel cancel-subscription subscription.write
POST /subscriptions/{subscription_id}/charge create-subscription-charge subscription.write
POST /subscriptions/{subscription_id}/charge/preview preview-subscription-charge subscription.read
GET /subscriptions/{subscription_id}/history list-subscription-history subscription_history.read
POST /subscriptions/{subscription_id}/pause pause-subscription subscription.write
PATCH /subscriptions/{subscription_id}/preview preview-subscription-update subscription.read
POST /subscriptions/{subscription_id}/resume resume-subscription subscription.write
GET /subscriptions/{subscription_id}/update-payment-method-transaction get-subscription-update-payment-method-transaction transaction.write
GET /transactions list-transactions transaction.read
POST /transactions create-transaction transaction.write
POST /transactions/preview preview-transaction-create transaction.read
GET /transactions/{transaction_id} get-transaction transaction.read
PATCH /transactions/{transaction_id} update-transaction transaction.write
GET /transactions/{transaction_id}/invoice get-transaction-invoice transaction.read
POST /transactions/{transaction_id}/revise revise-transaction transaction.write
GET /verifications list-verifications verification.read
GET /verifications/{verification_id} get-verification verification.read
`;

/** One operation that Paddle publishes. */
export type PublishedOperation = {
  method: string;
  /** With braces around parameters. */
  path: string;
  /** Paddle's own ID, such as `list-client-tokens`. */
  id: string;
  /** Permission that a key needs; `null` means any key will do. */
  permission: string | null;
  /** Whether a key may be left out. */
  isPublic: boolean;
};

export const publishedOperations: readonly PublishedOperation[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [method = '', path = '', id = '', permission = ''] = line.split(' ');
    return {
      method,
      path,
      id,
      permission: permission.includes('.') ? permission : null,
      isPublic: permission === 'public',
    };
  });

/** The published operations that no document of ours has. */
export const notEmulated = publishedOperations.filter(
  ({ method, path }) => !allOperations().some((one) => one.path === path && one.method.toUpperCase() === method),
);

/** Says that an operation is not emulated, and what serves instead where something does. */
export function whyNotEmulated({ method, path }: PublishedOperation): string {
  const said = `Paddock does not emulate ${method} ${path} yet.`;
  return path.startsWith('/simulation') ? `${said} POST /_paddock/trigger/{event_type} makes events happen.` : said;
}
