/** Customers by number and the requests for them: equal for all servers, so that their responses have equal bytes. */

/** Returns a customer's ID. IDs sort like their numbers. */
export function customerId(number: number): string {
  return `ctm_01jpadd0ck${number.toString(32).padStart(16, '0')}`;
}

function customerEmail(number: number): string {
  return `customer-${number}@example.com`;
}

/** Returns a customer as the API does. */
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

/** Makes a body for a new customer, with an email address that the first million does not have. */
function createBody(number: number): string {
  const { name, custom_data, locale } = customer(number);
  return JSON.stringify({ email: `new-${customerEmail(number)}`, name, custom_data, locale });
}

export type BenchRequest = { method: 'GET' | 'POST'; path: string; body?: string };

export const get = (path: string): BenchRequest => ({ method: 'GET', path });

/**
 * Requests of each workload, which the load repeats, by number of customers. Writing comes last: it makes tables
 * grow.
 */
export const workloads = {
  'get a customer': (customers) => pick(customers).map((number) => get(`/customers/${customerId(number)}`)),
  'list 50 customers': (customers) =>
    pick(customers).map((number) => get(`/customers?per_page=50&after=${customerId(number)}`)),
  'find a customer by email': (customers) =>
    pick(customers).map((number) => get(`/customers?email=${encodeURIComponent(customerEmail(number))}`)),
  'create a customer': () =>
    pick(1_000_000).map((number) => ({ method: 'POST', path: '/customers', body: createBody(number) })),
} as const satisfies Record<string, (customers: number) => BenchRequest[]>;

export type WorkloadName = keyof typeof workloads;
export const workloadNames = Object.keys(workloads) as WorkloadName[];

const variety = 500;

/** Picks numbers spread over the customers, each followed by at least a page of older customers. */
function pick(customers: number): number[] {
  return Array.from({ length: variety }, (_, index) => 50 + Math.floor((index * (customers - 50)) / variety));
}
