import type { Kind } from '../../resources/kinds.ts';
import { totalTriggers } from './row-triggers.ts';

/** Bits of the milliseconds of a bucket: 35 minutes, 19 hours, 25 days. Each is 32 of the one before. */
export const bucketBits = [21, 26, 31] as const;

/** SQL of the table of numbers of entities by bucket of a time, and by status. */
const table = `
  CREATE TABLE IF NOT EXISTS time_counts (
    account INTEGER NOT NULL,
    kind TEXT NOT NULL,
    time TEXT NOT NULL,
    bits INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    status TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (account, kind, time, bits, bucket, status)
  ) STRICT, WITHOUT ROWID;`;

/** Makes triggers that count a kind by times, since counting a million rows between two times is slow. */
export function timeCountersOf(kind: Kind, times: readonly string[]): string {
  const count = (time: string) =>
    totalTriggers(kind, [time, 'status'], ({ row, sign }) => {
      const rows = bucketBits.map(
        (bits) => `(${row}.account, '${kind}', '${time}', ${bits}, ${row}.${time} >> ${bits}, ${row}.status, ${sign}1)`,
      );
      return `INSERT INTO time_counts VALUES ${rows.join(', ')} ON CONFLICT DO UPDATE SET number = number + excluded.number;`;
    });
  return [table, `DELETE FROM time_counts WHERE kind = '${kind}';`, ...times.map(count)].join('\n');
}
