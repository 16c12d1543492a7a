import { cpus } from 'node:os';
import type { StartedProgram } from './cold-starts.ts';
import type { Measured } from './measure-servers.ts';
import { pinned } from './pin-to-core.ts';
import { median, medianRatio } from './statistics.ts';
import { type Aim, renderAim, renderRate, renderTable } from './table.ts';
import { type WorkloadName, workloadNames, workloads } from './workloads.ts';

const comparedToExpress: Partial<Record<WorkloadName, Aim>> = { get: { atLeast: 1.1 }, create: { atLeast: 0.7 } };
const atAMillion: Partial<Record<WorkloadName, Aim>> = { list: { atMost: 1.3 }, find: { atMost: 1.3 } };
const firstAnswer: Aim = { atMost: 3 };

export type Results = {
  measured: Measured;
  coldStarts: Record<StartedProgram, number[]>;
  rounds: number;
  seconds: number;
};

/** The results as Markdown: what was measured, the ratios that count, and what they are to reach. */
export function renderReport(results: Results): string {
  return [speed(results), growth(results), startAndMemory(results), conditions(results)].join('\n\n');
}

function speed({ measured: { rates } }: Results): string {
  const rows = workloadNames.map((name) => {
    const { express, prism, paddock } = rates[name];
    const ratio = medianRatio(paddock, express);
    const shown = [express, prism, paddock].map((rounds) => renderRate(median(rounds)));
    return [workloads[name].title, ...shown, ratio.toFixed(2), aimed(comparedToExpress[name], ratio)];
  });
  return renderTable(
    ['1,000 customers', 'bare Express 5', 'Prism mock', 'Paddock', 'Paddock ÷ Express', 'target'],
    rows,
  );
}

function growth({ measured: { rates } }: Results): string {
  const rows = workloadNames.map((name) => {
    const { paddock, million } = rates[name];
    const ratio = medianRatio(paddock, million);
    const shown = [paddock, million].map((rounds) => renderRate(median(rounds)));
    return [workloads[name].title, ...shown, ratio.toFixed(2), aimed(atAMillion[name], ratio)];
  });
  return renderTable(['Paddock', '1,000 customers', '1,000,000 customers', 'times slower', 'target'], rows);
}

function startAndMemory({ measured: { memory }, coldStarts: starts }: Results): string {
  const built = medianRatio(starts.paddockBuilt, starts.expressBuilt);
  const source = medianRatio(starts.paddockSource, starts.expressSource);
  const rows = [
    [
      'first answer, as built',
      ms(starts.expressBuilt),
      ms(starts.prism),
      ms(starts.paddockBuilt),
      built.toFixed(2),
      renderAim(firstAnswer, built),
    ],
    [
      'first answer, from source',
      ms(starts.expressSource),
      '',
      ms(starts.paddockSource),
      source.toFixed(2),
      renderAim(firstAnswer, source),
    ],
    [
      'memory after the load',
      mb(memory.express),
      mb(memory.prism),
      mb(memory.paddock),
      (memory.paddock / memory.express).toFixed(2),
      '',
    ],
    ['the same with 1,000,000 customers', '', '', mb(memory.million), '', ''],
  ];
  return renderTable(['', 'bare Express 5', 'Prism mock', 'Paddock', 'Paddock ÷ Express', 'target'], rows);
}

function conditions({ measured, rounds, seconds }: Results): string {
  const cores = pinned ? 'server and load on a core each' : 'server and load on the same cores';
  return [
    `Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${cores}.`,
    `Medians of ${rounds} rounds of ${seconds} s with 10 connections, the servers in turn; ratios are made within a round.`,
    'All run with NODE_ENV=production; Paddock with authentication, validation and state, without the rate limit; Express',
    'without these, on a Map. Memory is the resident set after the load.',
    `Seeding a million customers took ${measured.seeding.toFixed(0)} s.`,
  ].join('\n');
}

function aimed(aim: Aim | undefined, ratio: number): string {
  return aim ? renderAim(aim, ratio) : '';
}

function ms(rounds: readonly number[]): string {
  return `${Math.round(median(rounds))} ms`;
}

function mb(megabytes: number): string {
  return `${Math.round(megabytes)} MB`;
}
