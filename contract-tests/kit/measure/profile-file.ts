import type { Target } from '../../targets/target.ts';
import type { Evidence } from './evidence.ts';
import type { MeasuredLimit } from './limits/measure-limits.ts';
import type { MeasuredBehaviour } from './measure-behaviours.ts';
import type { MeasuredOrder, Order } from './measure-orders.ts';

/** All results for a target. */
export type Measurement = {
  readonly target: Pick<Target, 'name' | 'baseUrl'>;
  readonly measuredAt: Date;
  readonly behaviours: readonly MeasuredBehaviour[];
  readonly limits: readonly MeasuredLimit[];
  readonly orders: readonly MeasuredOrder[];
};

/**
 * A profile that a mock can start with, `paddock.profile.json`. Unknown values are left out; the mock then does what
 * Paddle publishes.
 */
export type ProfileFile = {
  readonly target: { readonly name: string; readonly url: string };
  readonly behaviours: Readonly<Record<string, Known & { readonly value: string }>>;
  /** For readers; the mock does not use them. */
  readonly limits: Readonly<Record<string, Known & { readonly value: number; readonly bound: 'exact' | 'at least' }>>;
  /** Default order of each list. For readers, too. */
  readonly orders: Readonly<Record<string, Known & { readonly value: Order }>>;
};

/** Evidence of a value. */
type Known = {
  /** RFC 3339. */
  readonly measured_at: string;
  readonly because: string;
  readonly evidence: readonly Evidence[];
};

/** Converts a measurement to the contents of the profile file. Secrets are not redacted yet. */
export function profileFileOf({ target, measuredAt, behaviours, limits, orders }: Measurement): ProfileFile {
  const measured_at = measuredAt.toISOString();
  return {
    target: { name: target.name, url: target.baseUrl },
    behaviours: Object.fromEntries(
      behaviours.flatMap(({ behaviour, value, because, evidence }) =>
        value === null ? [] : [[behaviour, { value, measured_at, because, evidence }]],
      ),
    ),
    limits: Object.fromEntries(
      limits.flatMap(({ limit, value, because, evidence }) =>
        value === null ? [] : [[limit, { ...value, measured_at, because, evidence }]],
      ),
    ),
    orders: Object.fromEntries(
      orders.flatMap(({ list, value, because, evidence }) =>
        value === null ? [] : [[list, { value, measured_at, because, evidence }]],
      ),
    ),
  };
}
