import type { components } from '#openapi/generated/control.ts';
import type { Collector } from './collector.ts';
import { answerOf, type ControlClient } from './control-client.ts';

/** A snapshot as it is listed. */
export type Snapshot = components['schemas']['snapshot'];

/** Named states of an account, to come back to in milliseconds. */
export type AccountSnapshots = {
  /**
   * Keeps entities, events, queue, clock, behaviours and chaos plans. One of the same name is replaced.
   *
   * @throws UsageError for a name that none can have, and for one snapshot too many
   */
  take(name: string): Promise<Snapshot>;
  /** Puts the account back. What was received of webhooks is forgotten. @throws UsageError where there is none of the name */
  restore(name: string): Promise<Snapshot>;
  /** Snapshots by name. */
  list(): Promise<Snapshot[]>;
  /** @throws UsageError where there is none of the name */
  remove(name: string): Promise<void>;
};

/** The snapshots of an account, through the control plane. */
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
