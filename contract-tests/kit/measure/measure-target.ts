import { startTarget, type TargetOptions } from '../../targets/start-target.ts';
import { createContext } from './experiment-context.ts';
import { measureLimits } from './limits/measure-limits.ts';
import { measureBehaviours } from './measure-behaviours.ts';
import { measureOrders } from './measure-orders.ts';
import type { Measurement } from './profile-file.ts';

/**
 * Starts a target, and measures its behaviours, the orders of its lists, and its limits.
 *
 * @throws UsageError if the target cannot be started.
 */
export async function measureTarget(name: string, options: TargetOptions): Promise<Measurement> {
  const target = await startTarget(name, { ...options, unchecked: true });
  try {
    const { freshEmail, can } = target;
    const context = createContext({ account: target.newAccount(), can, freshEmail });
    const measuredAt = new Date();
    return {
      target,
      measuredAt,
      behaviours: await measureBehaviours(context),
      orders: await measureOrders(context),
      limits: await measureLimits(context),
    };
  } finally {
    await target.close();
  }
}
