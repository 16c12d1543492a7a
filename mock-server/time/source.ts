/** Changes of an account that fall due at times of their own, such as the renewals of its subscriptions. */
export type Source = {
  readonly name: string;
  /**
   * Returns the time of the first pending change, in milliseconds. It is called before each change, so it needs an
   * index.
   */
  firstDue(): number | undefined;
  /** Returns the next pending changes in the order of time; without it, only the first one's time is known. */
  upcoming?(atMost: number): readonly { id: string; time: number }[];
  /**
   * Makes changes that are due at a time, in order, and returns their number. The clock shows that time, however late
   * it is, and they join the transaction of the changes before them.
   *
   * @param atMost maximum number of changes, so that requests are not delayed
   */
  run(time: number, atMost: number): number;
};

/** Deliveries that run beside requests. */
export type BackgroundDeliveries = Deliveries & {
  /** True while something is pending or being delivered. */
  readonly hasWork: boolean;
  /** Starts anew, after the account's rows were replaced. */
  restart(): void;
  /** Stops. Running deliveries are aborted, and stay pending in the store. */
  close(): Promise<void>;
};

/** Joins deliveries of several kinds. */
export function joined(all: readonly Deliveries[]): Deliveries {
  return {
    firstDue: (after) => {
      const times = all.map((each) => each.firstDue(after)).filter((time) => time !== undefined);
      return times.length > 0 ? Math.min(...times) : undefined;
    },
    begin: () => {
      for (const each of all) each.begin();
    },
    drain: async () => {
      await Promise.all(all.map((each) => each.drain()));
    },
  };
}

/** Deliveries of an account. The clock waits for them, since receivers may ask for the time. */
export type Deliveries = {
  /** Returns the time of the first pending delivery, after a time if given, in milliseconds. */
  firstDue(after?: number): number | undefined;
  /** Starts due deliveries, without waiting for them. */
  begin(): void;
  /** Makes all due deliveries, and waits for them. @throws the error that prevents them from being stored */
  drain(): Promise<void>;
};
