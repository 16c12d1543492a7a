import { createBody, customerEmail, customerId } from './customers.ts';

export type BenchRequest = { method: 'GET' | 'POST'; path: string; body?: string };

type Workload = {
  title: string;
  /** The requests that the load goes through again and again, for a server that holds so many customers. */
  requests: (customers: number) => BenchRequest[];
};

const variety = 500;

/** What is measured, in this order: writing last, because it makes the tables grow. */
export const workloads = {
  get: {
    title: 'get a customer',
    requests: (customers) =>
      pick(customers).map((number) => ({ method: 'GET', path: `/customers/${customerId(number)}` })),
  },
  list: {
    title: 'list 50 customers',
    requests: (customers) =>
      pick(customers).map((number) => ({ method: 'GET', path: `/customers?per_page=50&after=${customerId(number)}` })),
  },
  find: {
    title: 'find a customer by email',
    requests: (customers) =>
      pick(customers).map((number) => ({
        method: 'GET',
        path: `/customers?email=${encodeURIComponent(customerEmail(number))}`,
      })),
  },
  create: {
    title: 'create a customer',
    requests: () =>
      pick(1_000_000).map((number) => ({
        method: 'POST',
        path: '/customers',
        body: JSON.stringify(createBody(number)),
      })),
  },
} as const satisfies Record<string, Workload>;

export type WorkloadName = keyof typeof workloads;
export const workloadNames = Object.keys(workloads) as WorkloadName[];

/** Numbers spread over the customers, none so low that fewer than a page of older customers follow. */
function pick(customers: number): number[] {
  return Array.from({ length: variety }, (_, index) => 50 + Math.floor((index * (customers - 50)) / variety));
}
