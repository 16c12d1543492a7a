import type { OperationId } from '../contract/operations.ts';
import { adjustmentRefusals } from '../nouns/adjustments/refused-adjustments.ts';
import type { Target } from '../targets/target.ts';

/** A documented error code that no request to the operation can provoke, with the reason. */
export type UnreachableCode = {
  readonly operation: OperationId | 'every' | 'every GET';
  readonly code: string;
  readonly reason: string;
  /** Set if no law tries to provoke it, since it depends on the account's content or the target's capabilities. */
  readonly isUntried?: true;
};

const broken = 'no request makes the target fail';
const notLeftOut = 'only features that a mock omits return it, such as some values of include; no case requests them';
const noToken = 'it refuses access tokens of OAuth apps, whose format is not published';
const nothingBeyond = 'every body that matches the schema is accepted';
const noOtherKey = 'there is no key with fewer permissions';
const approved = 'every tax category is approved for the accounts of a mock; elsewhere the account decides';
const onboarded = 'Paddle makes a descriptor for each account before it gets an API key';
const shared = 'the account decides, and settings of a shared account are not changed';
const notAlone = 'the account may have other destinations';

/**
 * Lists documented codes that cannot be provoked on a target. A listed code that occurs violates `error-codes`, and so
 * does a documented one that neither occurs nor is listed.
 */
export function unreachableCodes({ behaviours, can, limits }: Target): UnreachableCode[] {
  const servers = ['internal_error', 'not_implemented', 'bad_gateway', 'service_unavailable'];
  const withoutRule = ['createCustomer', 'createBusiness', 'updateBusiness', ...ofNames, ...notifications] as const;
  return [
    ...servers.map((code): UnreachableCode => ({ operation: 'every', code, reason: broken })),
    unreachable('every', 'temporarily_unavailable', notLeftOut),
    unreachable('every', 'invalid_access_token', noToken),
    ...withoutRule.map((operation) => unreachable(operation, 'invalid_field', nothingBeyond)),
    unreachable('updateCheckoutUrl', 'checkout_url_domain_not_approved', 'only live accounts need approved domains'),
    unreachable('getStatementDescriptorSettings', 'statement_descriptor_not_found', onboarded),
    unreachable('updateStatementDescriptorSettings', 'statement_descriptor_not_found', onboarded),
    untried('createProduct', 'product_tax_category_not_approved', approved),
    untried('updateProduct', 'product_tax_category_not_approved', approved),
    ...unreachableAdjustments.map(([code, reason]) => unreachable('createAdjustment', code, reason)),
    ...(can.seed ? [] : ofSales.map((code) => untried('createAdjustment', code, notSeeded))),
    ...unreachableOfTransactions(behaviours),
    ...untriedOfTransactions(can),
    ...unreachableOfSubscriptions(),
    unreachable('listEventTypes', 'forbidden', 'any key is accepted'),
    unreachable('listSimulationTypes', 'forbidden', 'any key is accepted'),
    ...(['listCountries', 'listCurrencies'] as const).map((operation) =>
      unreachable(operation, 'forbidden', 'any key is accepted'),
    ),
    ...(['listApiKeyRotations', 'createApiKeyRotation', 'getApiKeyRotation'] as const).map((operation) =>
      untried(operation, 'forbidden', 'a law about rotations asks with the key of another'),
    ),
    unreachable('getReportCsv', 'report_failed', 'no report fails'),
    ...(can.clock
      ? []
      : (['report_expired', 'report_empty'] as const).map((code) =>
          untried('getReportCsv', code, 'no report becomes ready'),
        )),
    unreachable('getIpAddresses', 'too_many_requests', 'requests are counted by key, and this operation takes none'),
    ...(behaviours['import-meta'] === 'set-once'
      ? []
      : [unreachable('updateCustomer', 'invalid_field', nothingBeyond)]),
    ...(behaviours['postal-code'] === 'optional'
      ? [
          unreachable('createAddress', 'invalid_field', nothingBeyond),
          unreachable('updateAddress', 'invalid_field', nothingBeyond),
        ]
      : []),
    ...(can.keys ? [] : [unreachable('every', 'forbidden', noOtherKey)]),
    ...(can.seed
      ? []
      : [untried('updateDiscount', 'discount_usage_limit_less_than_times_used', 'no discount is used')]),
    ...(can.isolate ? [] : ofSettings.map(([operation, code]) => untried(operation, code, shared))),
    ...(can.isolate
      ? []
      : notifications.map((operation) => untried(operation, 'notification_maximum_active_settings_reached', notAlone))),
    ...(can.receiver && can.settle
      ? []
      : [untried('replayNotification', 'notification_replay_invalid_origin_type', 'nothing gets delivered')]),
    ...(limits
      ? [unreachable('every GET', 'unexpected_request_body', 'the rate limiter of the suite does not send them')]
      : []),
  ];
}

const ofPaddle = 'Paddle makes the adjustments of taxes, and a request cannot';
const notNamed = 'a request does not name it; it is the one of the transaction';
const notSeeded = 'transactions cannot be put into the target';

/** Codes about transactions with certain statuses and totals. */
const ofSales = Object.keys(adjustmentRefusals);

const unreachableAdjustments = [
  ['adjustment_invalid_combination_of_types', ofPaddle],
  ['adjustment_no_tax_available_to_adjust', ofPaddle],
  ['adjustment_transaction_customer_mismatch', notNamed],
  ['adjustment_transaction_subscription_mismatch', notNamed],
] as const;
/** Codes of transactions that no request provokes. */
function unreachableOfTransactions({ 'custom-data-values': values }: Target['behaviours']): UnreachableCode[] {
  const update = 'updateTransaction';
  const stored = ['createTransaction', update] as const;
  const each = (code: string, reason: string) => stored.map((operation) => unreachable(operation, code, reason));
  return [
    ...each('transaction_creation_blocked', 'no account of a mock is blocked'),
    ...each('transaction_payout_account_required', 'each account of a mock can be paid out'),
    ...each('transaction_maximum_number_of_line_items_reached', 'the schema allows no more items'),
    ...(values === 'strings'
      ? each('transaction_custom_data_numeric_value_too_large', 'custom data has no numbers')
      : []),
    unreachable(update, 'transaction_requires_currency_code_for_custom_discount', 'a transaction has a currency'),
    unreachable(update, 'transaction_not_ready_cannot_process_payment', 'no update pays'),
    unreachable(
      'previewTransaction',
      'transaction_maximum_number_of_line_items_reached',
      'the schema allows no more items',
    ),
    unreachable(
      'previewTransaction',
      'transaction_preview_adjustment_subscription_conflict',
      'it is about subscriptions',
    ),
    unreachable(
      'reviseTransaction',
      'transaction_cannot_be_revised_with_tax_higher_than_grand_total_or_negative_tax',
      'tax is never negative or more than the total',
    ),
    unreachable('reviseTransaction', 'invalid_field', nothingBeyond),
  ];
}

/** Codes of transactions that need what a target cannot do. */
function untriedOfTransactions({ clock, pay, seed }: Target['can']): UnreachableCode[] {
  const update = 'updateTransaction';
  const discounted = ['createTransaction', update, 'previewTransaction', 'previewPrices'] as const;
  return [
    ...(clock ? [] : discounted.map((operation) => untried(operation, 'discount_expired', 'no time passes'))),
    ...(pay
      ? []
      : [
          ...discounted.map((operation) => untried(operation, 'discount_usage_limit_exceeded', 'nothing is bought')),
          untried(update, 'transaction_immutable_while_processing_payment', 'nothing is paid'),
        ]),
    ...(seed && clock
      ? []
      : [untried(update, 'transaction_payment_method_change_field_immutable', 'there are no subscriptions')]),
  ];
}

/** Codes of changes of subscriptions that no request provokes. */
function unreachableOfSubscriptions(): UnreachableCode[] {
  const updates = ['updateSubscription', 'previewSubscriptionUpdate'] as const;
  const charges = ['createSubscriptionCharge', 'previewSubscriptionCharge'] as const;
  const of = (operations: readonly UnreachableCode['operation'][], code: string, reason: string) =>
    operations.map((operation) => unreachable(operation, code, reason));
  const all = [...updates, ...charges];
  return [
    ...of(all, 'subscription_product_tax_category_not_approved', approved),
    ...of(all, 'subscription_customer_email_domain_not_allowed', 'no domain is refused'),
    ...of(all, 'subscription_locked_processing', 'a payment takes no time'),
    // Paddle does not tell for how long a change lasts that another one may meet.
    ...of(all, 'concurrent_modification', 'no change overlaps another; a mock answers with it by a fault'),
    ...of(all, 'subscription_locked_consent_review_period', 'no subscription needs a consent'),
    ...of(all, 'subscription_outstanding_transaction', 'it is not published when a transaction is outstanding'),
    untried(
      'resumeSubscription',
      'subscription_continuing_existing_billing_period_not_allowed_subscription_past_due',
      'it needs a renewal that failed; a law of past due subscriptions makes one',
    ),
    ...of(updates, 'subscription_all_items_removed', 'the schema requires an item'),
    ...of(updates, 'subscription_currency_update_and_actions_creating_credits_not_allowed', noCreditInOther),
    ...of(updates, 'subscription_update_different_currency_credits', noCreditInOther),
    ...of(
      updates,
      'subscription_currency_code_incompatible_with_payment_method_provider',
      'every payment method takes every currency',
    ),
    ...of(updates, 'subscription_credit_creation_against_processing_transaction', 'a payment takes no time'),
    ...updates.flatMap((operation) => [
      untried(operation, 'subscription_price_requires_payment_method_on_cardless_trial', 'a law of trials provokes it'),
    ]),
  ];
}

const noCreditInOther = 'credits are computed in the new currency';

/** Operations with bodies of names and of a choice, which a schema decides about. */
const ofNames = ['createClientToken', 'verifyCheckoutDomainPaymentMethod'] as const;

const notifications = ['createNotificationSetting', 'updateNotificationSetting'] as const;

/** Refusals that depend on the account, and which would otherwise change its settings. */
const ofSettings = [
  ['updateBalanceCurrency', 'invalid_field'],
  ['updateStatementDescriptorSettings', 'statement_descriptor_in_use'],
  ['updateCheckoutPaymentMethodSettings', 'checkout_payment_method_not_available'],
  ['createTransaction', 'transaction_default_checkout_url_not_set'],
  ['updateTransaction', 'transaction_default_checkout_url_not_set'],
] as const;

function unreachable(operation: UnreachableCode['operation'], code: string, reason: string): UnreachableCode {
  return { operation, code, reason };
}

function untried(...given: Parameters<typeof unreachable>): UnreachableCode {
  return { ...unreachable(...given), isUntried: true };
}
