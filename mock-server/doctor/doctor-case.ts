/** What goes to the endpoint: the body's text, and the header `Paddle-Signature`, or `null` to leave that out. */
export type SignedRequest = { body: string; signature: string | null };

/** Makes a request at the moment of sending, since what is signed earlier would be refused for its age. */
export type Attempt = (unixSeconds: number) => SignedRequest;

/** One kind of delivery that an endpoint is tried with. */
export type DoctorCase = {
  /** Its name, which stays the same from version to version. */
  id: string;
  /** What is sent. */
  title: string;
  /** `accept`: 200 in time, for each attempt. `refuse`: any status but 2xx. */
  expected: 'accept' | 'refuse';
  /** How bad another answer is. A warning is for what known receivers do with good reason, or what Paddle may not send. */
  severity: 'error' | 'warning';
  /** What to mend where the answer is another, or why it is only a warning. */
  hint: string;
  /** What is sent, in this order. */
  attempts: readonly [Attempt, ...Attempt[]];
};
