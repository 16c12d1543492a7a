import type { components } from '#openapi/generated/control.ts';

/** Faults of deliveries to a destination. */
export type ChaosPlan = components['schemas']['chaos'];
export type ChaosFault = keyof ChaosPlan;

/** A destination's plan, with the number of times that each fault was applied. */
type Entry = { plan: ChaosPlan; applied: Partial<Record<ChaosFault, number>> };

/** All plans of an account, by destination. */
export type ChaosState = readonly (readonly [settingId: string, Entry])[];

/** Delivery faults of an account, by destination. Deterministic. */
export class Chaos {
  readonly #plans = new Map<string, Entry>();

  planFor(settingId: string): ChaosPlan {
    return this.#plans.get(settingId)?.plan ?? {};
  }

  appliedTo(settingId: string): Partial<Record<ChaosFault, number>> {
    return this.#plans.get(settingId)?.applied ?? {};
  }

  /** Replaces a destination's plan and resets its counts. */
  set(settingId: string, plan: ChaosPlan): void {
    this.#plans.set(settingId, { plan, applied: {} });
  }

  forget(settingId: string): void {
    this.#plans.delete(settingId);
  }

  clear(): void {
    this.#plans.clear();
  }

  /** A copy of all plans, for snapshots. */
  get state(): ChaosState {
    return structuredClone([...this.#plans]);
  }

  goTo(state: ChaosState): void {
    this.#plans.clear();
    for (const [settingId, entry] of structuredClone(state)) this.#plans.set(settingId, entry);
  }

  /** Counts an applied fault. */
  count(settingId: string, fault: ChaosFault): void {
    const entry = this.#plans.get(settingId);
    if (entry) entry.applied[fault] = (entry.applied[fault] ?? 0) + 1;
  }

  /** Returns true if the next delivery is to be dropped, and counts it. */
  drops(settingId: string): boolean {
    const { drop_first = 0 } = this.planFor(settingId);
    if ((this.appliedTo(settingId).drop_first ?? 0) >= drop_first) return false;
    this.count(settingId, 'drop_first');
    return true;
  }
}
