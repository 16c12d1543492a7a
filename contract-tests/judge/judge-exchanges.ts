import type { Exchange } from '../contract/exchange.ts';
import { compareFindings, type Disagreement } from './compare-findings.ts';
import type { Findings } from './finding.ts';
import type { KnownDifference } from './known-differences.ts';
import type { Judge } from './prism.ts';

/** What another judge says of exchanges, beside what our own checks say. */
export type Judgement = {
  /** Who judges, such as `Prism 5.16.0`. */
  readonly judge: string;
  /** How many exchanges it was shown. */
  readonly exchanges: number;
  /** Of how many it says what our checks say. */
  readonly agreed: number;
  readonly seconds: number;
  /** Disagreements nobody knows of, alike ones once. */
  readonly disagreements: readonly Judged[];
  /** Known differences, and how many exchanges each explains. */
  readonly known: readonly { readonly difference: KnownDifference; readonly exchanges: number }[];
};

/** A disagreement, an exchange in which it shows, and in how many it does. */
export type Judged = Disagreement & { readonly exchange: Exchange; readonly exchanges: number };

/** Two judges, and what is known of how they differ. */
export type Judges = {
  readonly name: string;
  readonly theirs: Judge;
  readonly ours: (exchange: Exchange) => Findings;
  readonly known: readonly KnownDifference[];
};

/** Exchanges that are judged one after the other. What both judges agree about is not kept. */
export type Comparison = {
  add(exchange: Exchange): Promise<void>;
  /** What came of those that were added. */
  result(): Judgement;
};

/** Begins to have exchanges judged once more, and to compare. */
export function createComparison({ name, theirs, ours, known }: Judges): Comparison {
  const explained = new Map(known.map((difference) => [difference, 0]));
  const found = new Map<string, Judged>();
  let [exchanges, agreed, milliseconds] = [0, 0, 0];

  function note(one: Disagreement, exchange: Exchange): void {
    const { part, theirs: their, ours: our } = one;
    const key = JSON.stringify([exchange.operation?.id, exchange.status, part, their, our]);
    const before = found.get(key);
    found.set(key, before ? { ...before, exchanges: before.exchanges + 1 } : { ...one, exchange, exchanges: 1 });
  }

  return {
    async add(exchange) {
      const began = performance.now();
      const all = compareFindings(exchange, await theirs(exchange), ours(exchange));
      exchanges += 1;
      if (all.length === 0) agreed += 1;
      const reasons = all.map((one) => known.find(({ explains }) => explains(one, exchange)) ?? one);
      for (const reason of new Set(reasons)) {
        if ('explains' in reason) explained.set(reason, (explained.get(reason) ?? 0) + 1);
        else note(reason, exchange);
      }
      milliseconds += performance.now() - began;
    },
    result: () => ({
      judge: name,
      exchanges,
      agreed,
      seconds: milliseconds / 1000,
      disagreements: [...found.values()],
      known: [...explained].map(([difference, number]) => ({ difference, exchanges: number })),
    }),
  };
}

/** Has exchanges judged once more, and compares. */
export async function judgeExchanges(exchanges: Iterable<Exchange>, judges: Judges): Promise<Judgement> {
  const comparison = createComparison(judges);
  for (const exchange of exchanges) await comparison.add(exchange);
  return comparison.result();
}
