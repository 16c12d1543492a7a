import type { components } from '#openapi/generated/control.ts';

/** A fault: the requests that it matches, those that it affects, and its effect. */
export type Fault = components['schemas']['fault'];

/** A fault of an account, with its counts. */
export type FaultState = components['schemas']['fault-state'];

/** The part of a fault that selects matching requests. */
export type FaultTiming = Pick<Fault, 'first' | 'nth' | 'every' | 'probability' | 'seed'>;

/** The part of a fault that is its effect. */
export type FaultAct = Pick<
  Fault,
  'error' | 'retry_after' | 'delay_ms' | 'jitter_ms' | 'delay_ms_per_byte' | 'reset' | 'body' | 'stale' | 'duplicate'
>;
