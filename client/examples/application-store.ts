/** Paddle's IDs of one of the application's users. */
export interface BillingRecord {
  readonly customerId: string;
  /** `null` until the user has an address. */
  readonly addressId: string | null;
}

/** The part of an application's own database that the examples need. */
export interface ApplicationStore {
  find(userId: string): Promise<BillingRecord | null>;
  /** Returns the user of a customer, or `null`. In a database, a column with a unique index. */
  ownerOf(customerId: string): Promise<string | null>;
  save(userId: string, record: BillingRecord): Promise<void>;
  /** Runs the work under an exclusive lock with this name. In a database, a row lock. */
  exclusively<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
}

/** Creates a store in memory, for tests. */
export function createMemoryStore(): ApplicationStore {
  const records = new Map<string, BillingRecord>();
  const busy = new Map<string, Promise<unknown>>();
  return {
    find: async (userId) => records.get(userId) ?? null,
    ownerOf: async (customerId) => [...records].find(([, record]) => record.customerId === customerId)?.[0] ?? null,
    save: async (userId, record) => {
      records.set(userId, record);
    },
    exclusively: (name, work) => {
      const before = busy.get(name) ?? Promise.resolve();
      const result = before.then(work, work);
      busy.set(name, result);
      return result;
    },
  };
}
