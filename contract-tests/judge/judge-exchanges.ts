import type { Exchange } from '../contract/exchange.ts';
import { compareFindings, type Disagreement } from './compare-findings.ts';
import type { Findings } from './finding.ts';
import type { KnownDifference } from './known-differences.ts';
import type { Judge } from './prism.ts';

/** Comparison of another judge's findings with those of our own checks. */
export type Judgement = {
  /** Name of the judge, such as `Prism 5.16.0`. */
  readonly judge: string;
  /** Number of judged exchanges. */
  readonly exchanges: number;
  /** Number of exchanges with the same findings. */
  readonly agreed: number;
  readonly seconds: number;
  /** Unknown disagreements, similar ones once. */
  readonly disagreements: readonly Judged[];
  /** Known differences, with the number of exchanges that each explains. */
  readonly known: readonly { readonly difference: KnownDifference; readonly exchanges: number }[];
};

/** A disagreement, with one of its exchanges and their number. */
export type Judged = Disagreement & { readonly exchange: Exchange; readonly exchanges: number };

/** Two judges, and their known differences. */
export type Judges = {
  readonly name: string;
  readonly theirs: Judge;
  readonly ours: (exchange: Exchange) => Findings;
  readonly known: readonly KnownDifference[];
};

/** Compares judges exchange by exchange. Exchanges without a disagreement are not kept. */
export type Comparison = {
  add(exchange: Exchange): Promise<void>;
  /** Returns the comparison of the exchanges so far. */
  result(): Judgement;
};

/** Creates an empty comparison. */
export function createComparison({ name, theirs, ours, known }: Judges): Comparison {
  const explained = new Map(known.map((difference) => [difference, 0]));
  const found = new Map<string, Judged>();
  let [exchanges, agreed, milliseconds] = [0, 0, 0];

  function note(one: Disagreement, exchange: Exchange): void {
    const { part, theirs: their, ours: our } = one;
    const key = JSON.stringify([exchange.operation?.id, exchange.response.status, part, their, our]);
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

/** Compares the judges on all exchanges. */
export async function judgeExchanges(exchanges: Iterable<Exchange>, judges: Judges): Promise<Judgement> {
  const comparison = createComparison(judges);
  for (const exchange of exchanges) await comparison.add(exchange);
  return comparison.result();
}
