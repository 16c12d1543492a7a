/** Folders of Paddle's pages about errors. */
export type ErrorGroup =
  | 'accounts'
  | 'addresses'
  | 'adjustments'
  | 'api_keys'
  | 'businesses'
  | 'checkout-domains'
  | 'checkout_payment_methods'
  | 'currencies'
  | 'customers'
  | 'discounts'
  | 'notifications'
  | 'prices'
  | 'products'
  | 'reports'
  | 'shared'
  | 'statement_descriptors'
  | 'subscriptions'
  | 'transactions';

/** An error that Paddle publishes. */
export type PublishedError = {
  status: number;
  type: 'request_error' | 'api_error';
  group: ErrorGroup;
  detail: string;
};

/**
 * Status of each code that Paddle publishes, with its detail where that is published or was seen; `%s` and `%d` stand for
 * what changes from case to case.
 *
 * @evidence official, for the codes, their groups and all details; assumed, for a status without a detail
 * @see https://developer.paddle.com/errors
 */
const statuses: Readonly<
  Record<ErrorGroup, Readonly<Record<string, number | readonly [status: number, detail: string]>>>
> = {
  accounts: {
    checkout_url_domain_not_approved: [400, "Checkout URL domain isn't approved."],
  },
  addresses: {
    address_location_not_allowed: [400, 'Cannot create address with an unsupported location'],
  },
  adjustments: {
    adjustment_amount_above_remaining_allowed: 400,
    adjustment_amount_cannot_be_zero: 400,
    adjustment_cannot_adjust_imported_transaction: 400,
    adjustment_invalid_combination_of_types: 400,
    adjustment_invalid_credit_action: 400,
    adjustment_no_tax_available_to_adjust: 400,
    adjustment_payout_earnings_cannot_be_zero: 400,
    adjustment_pending_refund_request: 400,
    adjustment_tax_mode_not_allowed: 400,
    adjustment_total_amount_above_remaining_allowed: 400,
    adjustment_transaction_customer_mismatch: 400,
    adjustment_transaction_invalid_status_for_credit: 400,
    adjustment_transaction_invalid_status_for_refund: 400,
    adjustment_transaction_item_has_already_been_fully_adjusted: 400,
    adjustment_transaction_item_invalid: 400,
    adjustment_transaction_item_over_adjustment: 400,
    adjustment_transaction_missing_customer_id: 400,
    adjustment_transaction_subscription_mismatch: 400,
  },
  api_keys: {
    api_key_cannot_be_rotated: [400, "This API key doesn't support rotation."],
  },
  businesses: {
    business_contact_email_domain_not_allowed: [
      400,
      'Cannot create, update or use a business with an unsupported contact email domain.',
    ],
  },
  'checkout-domains': {
    checkout_domain_already_exists: [409, 'This checkout domain already exists.'],
  },
  checkout_payment_methods: {
    checkout_payment_method_not_available: [400, 'Payment method not available.'],
    checkout_payment_method_unknown: [400, 'Unknown payment method.'],
  },
  currencies: {
    currency_code_invalid: 400,
    currency_codes_invalid: 400,
    currency_primary_balance_invalid: 400,
  },
  customers: {
    customer_already_exists: [409, 'customer email conflicts with customer of id %s'],
    customer_email_domain_not_allowed: [400, 'Cannot create or update customer with an unsupported email domain.'],
    customer_email_invalid: [400, 'Cannot create or update customer with an invalid email address.'],
  },
  discounts: {
    discount_code_conflict: [409, 'Discount code conflicts with Discount ID %s'],
    discount_expired: 400,
    discount_group_name_conflict: 400,
    discount_restricted_product_not_active: 400,
    discount_restricted_product_price_not_active: 400,
    discount_usage_limit_exceeded: 400,
    discount_usage_limit_less_than_times_used: [
      400,
      'Usage limit is less than times already used (Times Used: %d, Usage Limit: %d)',
    ],
  },
  notifications: {
    email_notification_setting_incorrect: 400,
    notification_cannot_replay: [400, "Notification %s cannot be replayed because it's not `delivered` or `failed`."],
    notification_maximum_active_settings_reached: 400,
    notification_replay_invalid_origin_type: 400,
    notification_setting_cannot_be_duplicate: 400,
    notification_simulation_already_running_conflict: 400,
    notification_simulation_run_configuration_conflict: 400,
    notification_simulation_run_notification_settings_conflict: 400,
    url_notification_setting_incorrect: 400,
  },
  prices: {
    price_billing_cycle_frequency_below_1: 400,
    price_billing_cycle_frequency_greater_than_maximum: 400,
    price_duplicate_currency_override_for_country: 400,
    price_trial_period_frequency_below_1: 400,
    price_trial_period_missing_fields: 400,
    price_trial_period_requires_billing_cycle: 400,
  },
  products: {
    product_tax_category_not_approved: [400, 'tax category not approved'],
  },
  reports: {
    concurrent_report_generation_not_allowed: 400,
    report_creation_limit_exceeded: 400,
    report_empty: 400,
    report_expired: 400,
    report_failed: 400,
    report_not_ready: 400,
  },
  shared: {
    authentication_malformed: [403, 'Authentication header included, but incorrectly formatted.'],
    authentication_missing: [403, 'Authentication header missing.'],
    bad_gateway: 502,
    bad_request: [400, 'Invalid request.'],
    concurrent_modification: [409, 'Concurrent modification of entity %s.'],
    conflict: [409, 'Request conflicts with another change.'],
    entity_archived: [400, '%s %s is archived and cannot be modified.'],
    forbidden: [403, "You aren't permitted to perform this request."],
    internal_error: 500,
    invalid_access_token: [401, 'Access token is expired or invalid.'],
    invalid_client_token: [403, 'Invalid, revoked or expired client-side token.'],
    invalid_field: [400, 'Request does not pass validation.'],
    invalid_json: [400, 'Invalid JSON in your request.'],
    invalid_time_query_parameter: 400,
    invalid_token: [403, 'Invalid or revoked API key.'],
    invalid_url: [404, 'URL called is invalid.'],
    method_not_allowed: 405,
    not_available_in_sandbox: 404,
    not_found: [404, 'Entity %s not found'],
    not_implemented: [501, 'HTTP method not recognized.'],
    paddle_billing_not_enabled: [403, 'Paddle Billing is not activated for this account.'],
    receipt_data_not_enabled: 400,
    request_body_too_large: [413, 'The provided request body is too large.'],
    request_headers_too_large: [431, 'The provided request URI length or headers are too large.'],
    service_unavailable: 503,
    temporarily_unavailable: [
      540,
      "Endpoint is not currently available because it's been temporarily disabled for your account.",
    ],
    too_many_requests: [
      429,
      'IP address exceeded the allowed rate limit. Retry after the number of seconds in the Retry-After header.',
    ],
    unexpected_request_body: 400,
    unsupported_media_type: [415, 'Content-Type must be "application/json".'],
  },
  statement_descriptors: {
    statement_descriptor_in_use: [409, 'Statement descriptor already in use.'],
    statement_descriptor_invalid_name: [400, 'Statement descriptor name is invalid.'],
    statement_descriptor_not_found: [404, 'Statement descriptor not found.'],
  },
  subscriptions: {
    subscription_address_not_suitable_for_collection_mode: 400,
    subscription_all_items_removed: 400,
    subscription_archived_discount_application_attempt: [
      400,
      "The discount you're trying to apply has been archived and cannot be added to the subscription.",
    ],
    subscription_billing_details_required: 400,
    subscription_cannot_activate: [
      400,
      "Only subscriptions which have status 'trialing' can be activated. Subscription status is '%s'",
    ],
    subscription_cannot_be_paused: 400,
    subscription_charge_duplicate_price_ids: 400,
    subscription_consent_granted_too_early: [
      400,
      'Subscription consent requirement cannot be granted before `consent_period.starts_at`.',
    ],
    subscription_consent_requirement_cannot_activate: [
      400,
      'Cannot manually activate subscription with a consent requirement.',
    ],
    subscription_continuing_existing_billing_period_not_allowed: [
      400,
      'Subscription existing billing period has ended, so it cannot be continued.',
    ],
    subscription_continuing_existing_billing_period_not_allowed_subscription_past_due: [
      400,
      'Subscription is past due because the billing period is unpaid, so the billing period cannot be continued.',
    ],
    subscription_credit_creation_against_processing_transaction: 400,
    subscription_credit_creation_against_uncompleted_transaction_not_allowed: 400,
    subscription_currency_code_incompatible_with_payment_method_provider: 400,
    subscription_currency_code_not_valid_for_manual: 400,
    subscription_currency_update_and_actions_creating_credits_not_allowed: 400,
    subscription_currency_update_not_allowed: 400,
    subscription_customer_email_domain_not_allowed: [
      400,
      'Cannot create or preview transaction using a customer with an unsupported email domain.',
    ],
    subscription_customer_not_suitable_for_collection_mode: 400,
    subscription_discount_not_valid_for_items: 400,
    subscription_duplicate_price_ids: [400, 'a subscription cannot have multiple items with the same price_id'],
    subscription_immediate_charge_24_hour_limit_exceeded: 429,
    subscription_immediate_charge_hour_limit_exceeded: 429,
    subscription_incorrect_proration_on_paused_subscription: [
      400,
      '`proration_billing_mode` must be set to `do_not_bill` when updating a paused subscription',
    ],
    subscription_invalid_billing_mode_for_scheduled_change: [
      400,
      'Subscription can only be updated with `do_not_bill`, `full_immediately`, or `prorated_immediately` as the `proration_billing_mode` because it has a scheduled change.',
    ],
    subscription_invalid_discount_currency: 400,
    subscription_is_canceled_action_invalid: [400, "action can't be performed on canceled subscription"],
    subscription_is_inactive_action_invalid: [400, "action can't be performed on inactive subscription"],
    subscription_items_update_missing_proration_billing_mode: [
      400,
      'proration_billing_mode is required when updating subscription items',
    ],
    subscription_locked_consent_review_period: [
      409,
      'Subscriptions cannot be modified during the mandatory consent review period.',
    ],
    subscription_locked_pending_changes: [400, 'cannot update subscription, pending scheduled changes'],
    subscription_locked_processing: [409, 'unable to update subscription 30m0s before processing'],
    subscription_locked_renewal: [409, 'unable to update subscription 30m0s before renewal'],
    subscription_manual_collection_mode_activation_not_allowed: 400,
    subscription_maximum_number_of_line_items_reached: 400,
    subscription_missing_payment_method_cannot_activate: 400,
    subscription_missing_payment_method_cannot_resume: 400,
    subscription_missing_payment_method_cannot_retry_payment: 400,
    subscription_missing_payment_method_cannot_update: 400,
    subscription_must_be_paused: [400, 'action can only be performed on paused subscription'],
    subscription_new_items_not_valid: 400,
    subscription_next_billed_at_too_soon: [409, 'new next_billed_at needs to be 30m0s from now'],
    subscription_no_recurring_items_remain: 400,
    subscription_not_active: [400, 'action requires the subscription to be active'],
    subscription_not_automatic_collection: 400,
    subscription_one_off_discount_not_valid: 400,
    subscription_only_update_items_on_paused_subscription: 400,
    subscription_outstanding_pending_refund: 400,
    subscription_outstanding_transaction: 400,
    subscription_pausing_not_allowed_for_cardless_trial: [
      400,
      "Pausing isn't supported on cardless trial subscriptions before a payment method is added.",
    ],
    subscription_payment_declined: [400, 'payment declined'],
    subscription_product_tax_category_not_approved: 400,
    subscription_quantity_missing_for_new_items: 400,
    subscription_quantity_not_valid: 400,
    subscription_scheduled_change_invalid_update: 400,
    subscription_trialing_discount_update_invalid_options: 400,
    subscription_trialing_items_update_invalid_options: [
      400,
      "You can't add or remove items for a subscription in trial",
    ],
    subscription_update_causing_customer_mismatch_not_allowed: 400,
    subscription_update_different_currency_credits: 400,
    subscription_update_error_when_paused: [
      501,
      'paused subscriptions cannot be updated with prorate, or bill immediately enabled',
    ],
    subscription_update_transaction_balance_less_than_charge_limit: [
      400,
      'Unable to charge for Subscription update: Transaction balance is less than what we can charge. Transaction balance: %d, Minimum payment amount: %d, Currency code: %s',
    ],
    subscription_update_when_canceled: [400, 'cannot update subscription, as subscription is canceled'],
    subscription_update_when_past_due: [400, "cannot update subscription, as the subscription status is 'past_due'"],
    subscription_update_when_trialing: [400, 'cannot update subscription, as subscription is trialing'],
  },
  transactions: {
    transaction_address_not_suitable_for_collection_mode: [
      400,
      'Address entity must be suitable for the transactions current collection mode',
    ],
    transaction_address_region_or_city_already_set: 400,
    transaction_adjusted_unable_to_revise: 400,
    transaction_balance_less_than_charge_limit: 400,
    transaction_billing_details_must_be_null: 400,
    transaction_billing_details_object_required: [400, 'billing_details must be non null if collection_mode=manual'],
    transaction_billing_period_starts_at_greater_than_now: 400,
    transaction_both_price_id_and_object_found: 400,
    transaction_cannot_be_modified_and_canceled: 400,
    transaction_cannot_be_revised_with_invalid_tax_identifier: 400,
    transaction_cannot_be_revised_with_tax_higher_than_grand_total_or_negative_tax: 400,
    transaction_cannot_provide_both_discount_code_and_id: 400,
    transaction_checkout_not_enabled: 400,
    transaction_checkout_url_domain_is_not_approved: 400,
    transaction_creation_blocked: 400,
    transaction_currency_code_not_valid_for_manual: 400,
    transaction_custom_data_numeric_value_too_large: 400,
    transaction_customer_is_required_for_business_validation: 400,
    transaction_customer_is_required_with_address: 400,
    transaction_customer_not_suitable_for_collection_mode: 400,
    transaction_default_checkout_url_not_set: [
      400,
      'Cannot create a transaction or open a checkout as no default payment link has been set for this account. Set in the Paddle dashboard, then try again.',
    ],
    transaction_discount_not_eligible: 400,
    transaction_discount_not_found: 400,
    transaction_duplicate_price_ids: 400,
    transaction_immutable: [400, 'Cannot update immutable transaction'],
    transaction_immutable_while_processing_payment: 400,
    transaction_invalid_discount_currency: 400,
    transaction_invalid_status_change: [400, "Invalid attempt to change status from '%s' to '%s'"],
    transaction_invalid_status_to_revise: 400,
    transaction_item_quantity_out_of_range: 400,
    transaction_maximum_number_of_line_items_reached: 400,
    transaction_not_ready_cannot_process_payment: 400,
    transaction_nothing_to_revise: 400,
    transaction_payment_method_change_field_immutable: 400,
    transaction_payment_terms_object_required: 400,
    transaction_payout_account_required: 400,
    transaction_preview_adjustment_subscription_conflict: 400,
    transaction_price_different_billing_cycle: 400,
    transaction_price_different_trial_period: [
      400,
      'You are attempting to create a transaction with prices that have differing trial period intervals and/or frequencies',
    ],
    transaction_price_not_found: [400, 'One or more provided price_ids could not be found, provided: %s'],
    transaction_product_not_found: 400,
    transaction_recurring_balance_less_than_charge_limit: 400,
    transaction_requires_currency_code_for_custom_discount: 400,
    transaction_revise_missing_business_name: 400,
    transaction_revised_limit_reached: 400,
    transaction_status_must_be_ready: 400,
  },
};

/** All errors that Paddle publishes, by their codes. */
export const publishedErrors: ReadonlyMap<string, PublishedError> = new Map(
  groups().flatMap((group) =>
    Object.entries(statuses[group]).map(([code, entry]) => [code, publishedError(group, code, entry)] as const),
  ),
);

function groups(): ErrorGroup[] {
  return Object.keys(statuses) as ErrorGroup[];
}

function publishedError(group: ErrorGroup, code: string, entry: number | readonly [number, string]): PublishedError {
  const [status, detail] = typeof entry === 'number' ? [entry, wordsOf(code)] : entry;
  const isOfTheApi = group === 'shared' && (status === 429 || status >= 500);
  return { status, group, type: isOfTheApi ? 'api_error' : 'request_error', detail: detail.replaceAll(/%[sd]/g, '…') };
}

/** @evidence assumed: where no detail is known, the code's own words stand in. */
function wordsOf(code: string): string {
  const words = code.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** The code of each status that Paddle has just one general error for, which says that something is wrong at Paddle. */
export const codeByStatus: ReadonlyMap<number, string> = new Map([
  [429, 'too_many_requests'],
  [500, 'internal_error'],
  [502, 'bad_gateway'],
  [503, 'service_unavailable'],
  [540, 'temporarily_unavailable'],
]);
