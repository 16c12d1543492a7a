import { type Counters, durationBounds, type OperationCounters } from './counters.ts';

/** Sources of the metrics. */
export type Measured = {
  counters: Counters;
  countAccounts: () => number;
  /** Counts accounts removed from memory because of the limit. */
  countEvicted: () => number;
  /** Counts notifications that wait for their next attempt. */
  countWaiting: () => number;
};

/** A metric of Prometheus, with its samples. */
type Metric = { type: 'counter' | 'gauge' | 'histogram'; name: string; help: string; values: Value[] };
type Value = { metricName?: string; labels: Record<string, string | number>; value: number };

/** Formats all metrics in Prometheus' text format. */
export function printMetrics(measured: Measured): string {
  return metricsOf(measured).map(printMetric).join('\n');
}

/** @see https://prometheus.io/docs/instrumenting/exposition_formats/ */
function printMetric({ type, name, help, values }: Metric): string {
  const samples = values.map(({ metricName = name, labels, value }) => {
    // Operations, statuses and outcomes need no escaping.
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
    return `${metricName}${pairs.length > 0 ? `{${pairs}}` : ''} ${value}\n`;
  });
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${samples.join('')}`;
}

function metricsOf({ counters, countAccounts, countEvicted, countWaiting }: Measured): Metric[] {
  const operations = [...counters.operations];
  return [
    {
      type: 'counter',
      name: 'paddock_requests_total',
      help: 'API requests answered.',
      values: operations.flatMap(([operation, { statuses }]) =>
        [...statuses].map(([status, value]) => ({ labels: { operation, status }, value })),
      ),
    },
    {
      type: 'histogram',
      name: 'paddock_request_duration_seconds',
      help: 'Time to answer an API request, in seconds.',
      values: operations.flatMap(([operation, counted]) => durationsOf(operation, counted)),
    },
    {
      type: 'counter',
      name: 'paddock_delivery_attempts_total',
      help: 'Attempts to deliver a notification, by outcome.',
      values: Object.entries(counters.deliveries).map(([outcome, value]) => ({ labels: { outcome }, value })),
    },
    {
      type: 'counter',
      name: 'paddock_delivery_retries_total',
      help: 'Retries of notifications.',
      values: [{ labels: {}, value: counters.retries }],
    },
    {
      type: 'gauge',
      name: 'paddock_notifications_waiting',
      help: 'Notifications waiting for their next attempt.',
      values: [{ labels: {}, value: countWaiting() }],
    },
    {
      type: 'gauge',
      name: 'paddock_accounts',
      help: 'Accounts in the store.',
      values: [{ labels: {}, value: countAccounts() }],
    },
    {
      type: 'counter',
      name: 'paddock_accounts_evicted_total',
      help: 'Idle accounts removed from memory to keep within --max-accounts.',
      values: [{ labels: {}, value: countEvicted() }],
    },
  ];
}

/** Makes the histogram of an operation. Prometheus' buckets are cumulative. */
function durationsOf(operation: string, { durations, seconds }: OperationCounters): Value[] {
  const name = 'paddock_request_duration_seconds';
  let count = 0;
  const buckets = durations.map((number, index) => {
    count += number;
    return { metricName: `${name}_bucket`, labels: { operation, le: durationBounds[index] ?? '+Inf' }, value: count };
  });
  return [
    ...buckets,
    { metricName: `${name}_sum`, labels: { operation }, value: seconds },
    { metricName: `${name}_count`, labels: { operation }, value: count },
  ];
}
