import type { Request } from 'express';
import type { Operation } from '#openapi/document/operations.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Random } from '../ids/random.ts';
import { problemOf } from './check-fault.ts';
import type { Fault, FaultState } from './fault.ts';
import { faultHeader, readFaultHeader } from './fault-header.ts';
import { matcherOf, type RequestMatcher } from './match-request.ts';
import { Pauses } from './pauses.ts';
import type { TakenFault } from './taken-fault.ts';
import { randomOf, whenDue } from './when-due.ts';

type Entry = FaultState & { matches: RequestMatcher; isDue: (count: number) => boolean; random: Random };

/** More would make every request slow. */
const faultsAtMost = 1_000;
const headerName = faultHeader.toLowerCase();

/** What goes wrong in one account, in the order that it was added. Gone with the process. */
export class Faults {
  readonly #pauses = new Pauses();
  #entries: Entry[] = [];
  #added = 0;
  #headerRandom = randomOf(0, 'jitter');

  /** @throws UsageError for an impossible combination or an unknown name */
  add(fault: Fault): FaultState {
    if (this.#entries.length >= faultsAtMost)
      throw new UsageError(`Could not add the fault: there are ${faultsAtMost} already. Clear them.`);
    const entry = this.#entryOf(fault);
    this.#entries.push(entry);
    return stateOf(entry);
  }

  /** Puts faults in the place of all that there are. @throws UsageError for what cannot work; then nothing changed */
  replace(faults: readonly Fault[]): void {
    this.#entries = faults.map((fault) => this.#entryOf(fault));
  }

  list(): FaultState[] {
    return this.#entries.map(stateOf);
  }

  /** Answers whether there was one of this ID. */
  remove(id: string): boolean {
    const before = this.#entries.length;
    this.#entries = this.#entries.filter((entry) => entry.id !== id);
    return this.#entries.length < before;
  }

  /** Removes all, and counts their IDs anew. Answers that are held back stay so. */
  clear(): void {
    this.#entries = [];
    this.#added = 0;
    this.#headerRandom = randomOf(0, 'jitter');
  }

  /** Lets all answers go out that are held back. */
  close(): void {
    this.#pauses.end();
  }

  /**
   * Finds the fault that acts on a request: the one that its header asks for; else the first that is due. Each that is
   * for the request counts it, also where another one acts.
   *
   * @throws PaddleApiError bad_request for a header that cannot be read
   */
  take(request: Request, operation: Operation): TakenFault | undefined {
    const header = request.headers[headerName];
    if (header === undefined && this.#entries.length === 0) return undefined;
    const pauses = this.#pauses;
    if (header !== undefined)
      return { id: 'header', act: readFaultHeader(String(header), operation), random: this.#headerRandom, pauses };
    const entry = this.#takeDue(request, operation);
    return entry && { id: entry.id, act: entry.fault, random: entry.random, pauses };
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
      isDue: whenDue(fault),
      random: randomOf(fault.seed, 'jitter'),
    };
  }
}

function stateOf({ id, fault, matched, hits }: Entry): FaultState {
  return { id, fault: structuredClone(fault), matched, hits };
}
