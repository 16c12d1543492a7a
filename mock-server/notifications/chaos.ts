import type { components } from '#openapi/generated/control.ts';

/** What goes wrong on the way to a destination. */
export type ChaosPlan = components['schemas']['chaos'];
export type ChaosFault = keyof ChaosPlan;

/** A destination's plan, and how often each fault was applied. */
type Entry = { plan: ChaosPlan; applied: Partial<Record<ChaosFault, number>> };

/** All plans of an account, by destination. */
export type ChaosState = readonly (readonly [settingId: string, Entry])[];

/** What goes wrong on the way to each destination of an account, and how often it did. Deterministic. */
export class Chaos {
  readonly #plans = new Map<string, Entry>();

  planFor(settingId: string): ChaosPlan {
    return this.#plans.get(settingId)?.plan ?? {};
  }

  appliedTo(settingId: string): Partial<Record<ChaosFault, number>> {
    return this.#plans.get(settingId)?.applied ?? {};
  }

  /** Replaces a destination's plan, and counts anew. */
  set(settingId: string, plan: ChaosPlan): void {
    this.#plans.set(settingId, { plan, applied: {} });
  }

  forget(settingId: string): void {
    this.#plans.delete(settingId);
  }

  clear(): void {
    this.#plans.clear();
  }

  /** A copy of all plans, to come back to. */
  get state(): ChaosState {
    return structuredClone([...this.#plans]);
  }

  goTo(state: ChaosState): void {
    this.#plans.clear();
    for (const [settingId, entry] of structuredClone(state)) this.#plans.set(settingId, entry);
  }

  /** Counts that a fault was applied. */
  count(settingId: string, fault: ChaosFault): void {
    const entry = this.#plans.get(settingId);
    if (entry) entry.applied[fault] = (entry.applied[fault] ?? 0) + 1;
  }

  /** Takes one of the deliveries that are to be dropped, if there is one left. */
  drops(settingId: string): boolean {
    const { drop_first = 0 } = this.planFor(settingId);
    if ((this.appliedTo(settingId).drop_first ?? 0) >= drop_first) return false;
    this.count(settingId, 'drop_first');
    return true;
  }
}
