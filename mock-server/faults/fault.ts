import type { components } from '#openapi/generated/control.ts';

/** Something that goes wrong on purpose: which requests it is for, when it acts on them, and how. */
export type Fault = components['schemas']['fault'];

/** A fault of an account, and what came of it. */
export type FaultState = components['schemas']['fault-state'];

/** The part of a fault that says when it acts. */
export type FaultTiming = Pick<Fault, 'first' | 'nth' | 'every' | 'probability' | 'seed'>;

/** The part of a fault that says what it does. */
export type FaultAct = Pick<
  Fault,
  'error' | 'retry_after' | 'delay_ms' | 'jitter_ms' | 'delay_ms_per_byte' | 'reset' | 'body' | 'stale' | 'duplicate'
>;
