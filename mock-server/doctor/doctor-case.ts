/** A request: the body's text, and the header `Paddle-Signature`, or `null` to omit it. */
export type SignedRequest = { body: string; signature: string | null };

/** Makes a request at the moment of sending, since an earlier signature would be too old. */
export type Attempt = (unixSeconds: number) => SignedRequest;

/** One kind of delivery in the examination. */
export type DoctorCase = {
  /** Name of the case, stable across versions. */
  id: string;
  /** Description of the delivery. */
  title: string;
  /** `accept`: 200 in time, for each attempt. `refuse`: any status but 2xx. */
  expected: 'accept' | 'refuse';
  /**
   * Severity of another response. A warning is for behaviour that known receivers have with good reason, or for
   * deliveries that Paddle may never send.
   */
  severity: 'error' | 'warning';
  /** Advice for a failed case, or the reason why it is only a warning. */
  hint: string;
  /** Deliveries, in order. */
  attempts: readonly [Attempt, ...Attempt[]];
};
