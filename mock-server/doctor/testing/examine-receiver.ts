import { type DoctorReport, examine } from '../examine.ts';
import type { Verdict } from '../judge.ts';
import { type Delivery, serveStatus } from './endpoint.ts';
import { secret } from './receiver.ts';

/** Verdicts other than `ok`, by case. */
export type Findings = Record<string, Verdict>;

/** Returns the findings of a report. */
export function findingsOf({ cases }: DoctorReport): Findings {
  return Object.fromEntries(cases.filter(({ verdict }) => verdict !== 'ok').map(({ id, verdict }) => [id, verdict]));
}

/** Examines an endpoint that answers with these statuses. */
export async function examineReceiver(answer: (delivery: Delivery) => number | undefined): Promise<DoctorReport> {
  await using endpoint = await serveStatus(answer);
  return await examine(endpoint.url, { secret });
}
