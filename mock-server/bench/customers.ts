/** Customers by number: the same for each server, so that each answers with the same bytes. */

/** The customer's id. Ids sort as their numbers do. */
export function customerId(number: number): string {
  return `ctm_01jpadd0ck${number.toString(32).padStart(16, '0')}`;
}

export function customerEmail(number: number): string {
  return `customer-${number}@example.com`;
}

/** A customer as the API answers with it. */
export function customer(number: number) {
  return {
    id: customerId(number),
    name: `Customer ${number}`,
    email: customerEmail(number),
    marketing_consent: false,
    status: 'active' as const,
    custom_data: { plan: 'pro', user_id: `user-${number}` },
    locale: 'en',
    created_at: '2025-03-18T09:30:00Z',
    updated_at: '2025-03-18T09:30:00Z',
    import_meta: null,
  };
}

export type Customer = ReturnType<typeof customer>;

/** A body that creates a customer whose email address is not among the first million. */
export function createBody(number: number) {
  const { name, custom_data, locale } = customer(number);
  return { email: `new-${customerEmail(number)}`, name, custom_data, locale };
}
