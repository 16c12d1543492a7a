import type { Request } from 'express';
import type { Operation } from '#openapi/document/operations.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import { type Random, seededRandom } from '../ids/random.ts';
import { problemOf } from './check-fault.ts';
import { Delays } from './delays.ts';
import type { Fault, FaultState, FaultTiming } from './fault.ts';
import { faultHeader, readFaultHeader } from './fault-header.ts';
import { matcherOf, type RequestMatcher } from './match-request.ts';
import type { TakenFault } from './taken-fault.ts';

type Entry = FaultState & { matches: RequestMatcher; isDue: (count: number) => boolean; random: Random };

/** Limit that keeps requests fast. */
const faultsAtMost = 1_000;
const headerName = faultHeader.toLowerCase();

/** Faults of one account, in the order of their creation. They are not stored. */
export class Faults {
  readonly #delays = new Delays();
  #entries: Entry[] = [];
  #added = 0;
  #headerRandom = faultRandom(0, 'jitter');

  /** @throws UsageError for an impossible combination or an unknown name */
  add(fault: Fault): FaultState {
    if (this.#entries.length >= faultsAtMost)
      throw new UsageError(`Could not add the fault: there are ${faultsAtMost} already. Clear them.`);
    const entry = this.#entryOf(fault);
    this.#entries.push(entry);
    return stateOf(entry);
  }

  /** Replaces all faults. @throws UsageError for an invalid one; then nothing changes */
  replace(faults: readonly Fault[]): void {
    this.#entries = faults.map((fault) => this.#entryOf(fault));
  }

  list(): FaultState[] {
    return this.#entries.map(stateOf);
  }

  /** Returns `true` if there was a fault of this ID. */
  remove(id: string): boolean {
    const before = this.#entries.length;
    this.#entries = this.#entries.filter((entry) => entry.id !== id);
    return this.#entries.length < before;
  }

  /** Removes all faults, and restarts their IDs. Delayed responses stay delayed. */
  clear(): void {
    this.#entries = [];
    this.#added = 0;
    this.#headerRandom = faultRandom(0, 'jitter');
  }

  /** Sends all delayed responses. */
  close(): void {
    this.#delays.end();
  }

  /**
   * Finds the fault of a request: that of its header, else the first that is due. Every fault that matches counts the
   * request, even if another one acts.
   *
   * @throws PaddleApiError bad_request for an invalid header
   */
  take(request: Request, operation: Operation): TakenFault | undefined {
    const header = request.headers[headerName];
    if (header === undefined && this.#entries.length === 0) return undefined;
    const delays = this.#delays;
    if (header !== undefined)
      return { id: 'header', act: readFaultHeader(String(header), operation), random: this.#headerRandom, delays };
    const entry = this.#takeDue(request, operation);
    return entry && { id: entry.id, act: entry.fault, random: entry.random, delays };
  }

  #takeDue(request: Request, operation: Operation): Entry | undefined {
    let taken: Entry | undefined;
    for (const entry of this.#entries) {
      if (!entry.matches(request, operation)) continue;
      entry.matched += 1;
      if (entry.isDue(entry.matched)) taken ??= entry;
    }
    if (taken) taken.hits += 1;
    return taken;
  }

  #entryOf(fault: Fault): Entry {
    const problem = problemOf(fault);
    if (problem !== undefined) throw new UsageError(`Could not add the fault: ${problem}`);
    this.#added += 1;
    return {
      id: `fault_${this.#added}`,
      fault: structuredClone(fault),
      matched: 0,
      hits: 0,
      matches: matcherOf(fault),
      isDue: timingOf(fault),
      random: faultRandom(fault.seed, 'jitter'),
    };
  }
}

function stateOf({ id, fault, matched, hits }: Entry): FaultState {
  return { id, fault: structuredClone(fault), matched, hits };
}

/** Makes a function that decides if a fault acts on its nth matching request, from 1. */
function timingOf({ first, nth, every, probability, seed }: FaultTiming): (count: number) => boolean {
  if (first !== undefined) return (count) => count <= first;
  if (nth !== undefined) return (count) => count === nth;
  if (every !== undefined) return (count) => count % every === 0;
  if (probability === undefined) return () => true;
  const random = faultRandom(seed, 'probability');
  return () => random.next() < probability;
}

/** Makes the random numbers of a fault for one use. */
function faultRandom(seed = 0, use: 'probability' | 'jitter'): Random {
  return seededRandom(seed, `fault ${use}`);
}
