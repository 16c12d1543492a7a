import type { Profile } from '#fixtures/index.ts';
import type { FuzzResult } from './fuzz.ts';
import type { Detector } from './judge-answer.ts';
import type { Memory } from './measure-memory.ts';

/** Result of a run with one profile. */
export type Run = {
  profile: Profile;
  seconds: number;
  result: FuzzResult;
  halfWrites: readonly string[];
  memory: Memory;
};

const detectors: readonly Detector[] = ['5xx', 'hang', 'no answer', 'no envelope'];
const findingsShown = 10;
/** Limit of printed bytes per request. */
const bytesShown = 4_000;

/** Prints figures, and each failure with its request, ready to be sent again. */
export function renderRun({ profile, seconds, result, halfWrites, memory }: Run): string {
  const { findings, sent, slowest, statuses } = result;
  const counts = detectors.map(
    (detector) => `${detector} ${findings.filter((one) => one.detector === detector).length}`,
  );
  const byStatus = [...statuses].sort(([one], [other]) => one.localeCompare(other));
  return [
    `${profile}: ${sent} requests in ${seconds.toFixed(0)} s; ${counts.join(', ')}, half-write ${halfWrites.length}`,
    `  slowest answer ${slowest.milliseconds.toFixed(0)} ms (${slowest.about}); memory ${memory.first.toFixed(0)} MB, at most ${memory.most.toFixed(0)}, at last ${memory.last.toFixed(0)}`,
    `  answers ${byStatus.map(([status, count]) => `${status}: ${count}`).join(', ')}`,
    ...findings.slice(0, findingsShown).map(renderFinding),
    ...halfWrites.map((text) => `\nhalf-write: ${text}`),
  ].join('\n');
}

function renderFinding({ detector, detail, caller, number, request }: FuzzResult['findings'][number]): string {
  const shown = request.bytes.toString('latin1', 0, bytesShown);
  const left = request.bytes.length - bytesShown;
  const rest = left > 0 ? ` … and ${left} bytes more` : '';
  return `\n${detector}: ${detail}\nrequest ${number} of caller ${caller} (${request.about}):\n${JSON.stringify(shown)}${rest}`;
}

/** Returns true after any failure. */
export function hasFailed({ result, halfWrites }: Run): boolean {
  return result.findings.length > 0 || halfWrites.length > 0;
}
