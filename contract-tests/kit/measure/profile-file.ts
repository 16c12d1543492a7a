import type { Target } from '../../targets/target.ts';
import type { Evidence } from './evidence.ts';
import type { MeasuredLimit } from './limits/measure-limits.ts';
import type { MeasuredBehaviour } from './measure-behaviours.ts';

/** What was found out about a target. */
export type Measurement = {
  readonly target: Pick<Target, 'name' | 'baseUrl'>;
  readonly measuredAt: Date;
  readonly behaviours: readonly MeasuredBehaviour[];
  readonly limits: readonly MeasuredLimit[];
};

/**
 * A profile that a mock can be started with, `paddock.profile.json`. What could not be known is not in it, and what is
 * not in it is as Paddle publishes it.
 */
export type ProfileFile = {
  readonly target: { readonly name: string; readonly url: string };
  readonly behaviours: Readonly<Record<string, Known & { readonly value: string }>>;
  /** For readers: the mock has limits of its own. */
  readonly limits: Readonly<Record<string, Known & { readonly value: number; readonly bound: 'exact' | 'at least' }>>;
};

/** By what something is known. */
type Known = {
  /** RFC 3339. */
  readonly measured_at: string;
  readonly because: string;
  readonly evidence: readonly Evidence[];
};

/** What is known of a target, as a file. Secrets are still in it. */
export function profileFileOf({ target, measuredAt, behaviours, limits }: Measurement): ProfileFile {
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
  };
}
