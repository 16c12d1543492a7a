import { answerOf, type ControlClient } from '#openapi/control-plane/control-client.ts';
import type { components } from '#openapi/generated/control.ts';
import type { Collector } from './collector.ts';

/** A listed snapshot. */
export type Snapshot = components['schemas']['snapshot'];

/** Named states of an account, restored within milliseconds. */
export type AccountSnapshots = {
  /**
   * Stores entities, events, pending notifications, clock, behaviours and chaos settings. Replaces a snapshot of the
   * same name.
   *
   * @throws UsageError for an invalid name, or too many snapshots
   */
  take(name: string): Promise<Snapshot>;
  /** Restores the account. Collected webhooks are cleared. @throws UsageError for an unknown name */
  restore(name: string): Promise<Snapshot>;
  /** Lists the snapshots by name. */
  list(): Promise<Snapshot[]>;
  /** Removes a snapshot. @throws UsageError for an unknown name */
  remove(name: string): Promise<void>;
};

export function createSnapshots(control: ControlClient, collector: Collector): AccountSnapshots {
  const at = (name: string) => ({ params: { path: { name } } });
  return {
    take: (name) => answerOf(control.PUT('/_paddock/snapshots/{name}', at(name))),
    restore: async (name) => {
      const snapshot = await answerOf(control.POST('/_paddock/snapshots/{name}', at(name)));
      await collector.reset();
      return snapshot;
    },
    list: async () => (await answerOf(control.GET('/_paddock/snapshots'))).snapshots,
    remove: async (name) => {
      await control.DELETE('/_paddock/snapshots/{name}', at(name));
    },
  };
}
