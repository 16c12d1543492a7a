/** Changes of an account that fall due at times of their own, such as the renewals of its subscriptions. */
export type Source = {
  readonly name: string;
  /** The time of the first change that is due, in milliseconds. It is asked for before each change: have an index for it. */
  firstDue(): number | undefined;
  /**
   * Makes changes that are due at a time, in their order, and returns how many. The clock shows that time, however late
   * it is, and all is in a transaction with the changes before it.
   *
   * @param atMost number of changes, so that requests are not held up
   */
  run(time: number, atMost: number): number;
};

/** Deliveries of an account. Somebody outside sees each, and may ask for the time; so the clock waits for them. */
export type Deliveries = {
  /** The time of the first delivery that is due after a time, in milliseconds; of all, if none is given. */
  firstDue(after?: number): number | undefined;
  /** Begins deliveries that are due, without waiting for them. */
  begin(): void;
  /** Makes all deliveries that are due, and waits for them. @throws the error that keeps them from being stored */
  drain(): Promise<void>;
};
