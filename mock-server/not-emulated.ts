/**
 * Operations that Paddle publishes and Paddock does not emulate, with the reason. Each answers with Paddle's own
 * `temporarily_unavailable` and a hint, so that nobody takes its absence for a wrong URL.
 *
 * @evidence official: the paths of the published API.
 */
export const notEmulated: readonly { reason: string; operations: readonly string[] }[] = [
  {
    reason: 'the catalogue is not emulated yet',
    operations: [
      'GET /products',
      'POST /products',
      'GET /products/{product_id}',
      'PATCH /products/{product_id}',
      'GET /prices',
      'POST /prices',
      'GET /prices/{price_id}',
      'PATCH /prices/{price_id}',
      'POST /pricing-preview',
      'GET /discounts',
      'POST /discounts',
      'GET /discounts/{discount_id}',
      'PATCH /discounts/{discount_id}',
    ],
  },
  {
    reason: 'transactions can be read, but not made or changed yet',
    operations: [
      'POST /transactions',
      'POST /transactions/preview',
      'PATCH /transactions/{transaction_id}',
      'POST /transactions/{transaction_id}/revise',
      'GET /transactions/{transaction_id}/invoice',
      'GET /adjustments',
      'POST /adjustments',
      'GET /adjustments/{adjustment_id}/credit-note',
      'GET /customers/{customer_id}/credit-balances',
      'GET /customers/{customer_id}/payment-methods',
      'GET /customers/{customer_id}/payment-methods/{payment_method_id}',
      'DELETE /customers/{customer_id}/payment-methods/{payment_method_id}',
    ],
  },
  {
    reason: 'subscriptions can be read, but not changed yet',
    operations: [
      'PATCH /subscriptions/{subscription_id}',
      'POST /subscriptions/{subscription_id}/cancel',
      'POST /subscriptions/{subscription_id}/pause',
      'POST /subscriptions/{subscription_id}/resume',
      'POST /subscriptions/{subscription_id}/activate',
      'GET /subscriptions/{subscription_id}/update-payment-method-transaction',
      'PATCH /subscriptions/{subscription_id}/preview',
      'POST /subscriptions/{subscription_id}/charge',
      'POST /subscriptions/{subscription_id}/charge/preview',
    ],
  },
  {
    reason: 'simulations are not emulated; POST /_paddock/trigger/{event_type} makes events happen',
    operations: [
      'GET /simulation-types',
      'GET /simulations',
      'POST /simulations',
      'GET /simulations/{simulation_id}',
      'PATCH /simulations/{simulation_id}',
      'GET /simulations/{simulation_id}/runs',
      'POST /simulations/{simulation_id}/runs',
      'GET /simulations/{simulation_id}/runs/{simulation_run_id}',
      'GET /simulations/{simulation_id}/runs/{simulation_run_id}/events',
      'GET /simulations/{simulation_id}/runs/{simulation_run_id}/events/{simulation_event_id}',
      'POST /simulations/{simulation_id}/runs/{simulation_run_id}/events/{simulation_event_id}/replay',
    ],
  },
  {
    reason: 'tokens for Paddle.js are not emulated: there is no checkout here',
    operations: ['POST /customers/{customer_id}/auth-token'],
  },
  {
    reason: 'reports are not emulated yet',
    operations: ['GET /reports', 'POST /reports', 'GET /reports/{report_id}', 'GET /reports/{report_id}/download-url'],
  },
];
