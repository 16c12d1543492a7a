/** What an application keeps of Paddle for one of its users. */
export interface BillingRecord {
  readonly customerId: string;
  /** `null` until an address was given. */
  readonly addressId: string | null;
}

/** The part of an application's own database that the examples need. */
export interface ApplicationStore {
  find(userId: string): Promise<BillingRecord | null>;
  /** Whose customer it is; `null` for nobody's. In a database, an index with unique values. */
  ownerOf(customerId: string): Promise<string | null>;
  save(userId: string, record: BillingRecord): Promise<void>;
  /** Runs the work while nobody else does anything under the same name. In a database, a row lock. */
  exclusively<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
}

/** A store for one process, for tests. */
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
