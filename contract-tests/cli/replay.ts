import { print, printError } from '#openapi/text/print.ts';
import type { Comparison } from '../kit/recording/compare-answers.ts';
import { describeEarlier } from '../kit/recording/earlier-entities.ts';
import { readRecording } from '../kit/recording/read-recording.ts';
import { type Replayed, replay as send } from '../kit/recording/replay.ts';
import { renderTable } from '../report/formats/table.ts';
import { count } from '../report/verdict.ts';

/** Options of `paddock replay`. */
export type ReplayFlags = {
  readonly target: string;
  readonly profile?: string;
  readonly key?: string;
  readonly budget?: number;
  readonly allowLegacyKey?: boolean;
  readonly compare: Comparison;
};

/**
 * Replays a recording, and prints the first difference of each exchange. The exit code is 1 if there is a difference,
 * or nothing could be replayed.
 *
 * @throws UsageError for a folder without a recording, and for a target that cannot be started.
 */
export async function replay(folder: string, flags: ReplayFlags): Promise<void> {
  const { target, key: apiKey, budget, allowLegacyKey, compare } = flags;
  const recording = await readRecording(folder);
  const profile = flags.profile ?? recording.profile;
  const options = { seed: 1, profile, apiKey, budget, allowLegacyKey };
  const earlier = describeEarlier(recording.exchanges);
  if (earlier !== null) printError(earlier);
  const replayed = await send(recording.exchanges, target, options, compare);
  const notable = replayed.filter(({ outcome }) => outcome !== 'same');
  if (notable.length > 0) print(renderTable(notable.map(rowOf)));
  const numberOf = (wanted: Replayed['outcome']) => replayed.filter(({ outcome }) => outcome === wanted).length;
  const [same, different, leftOut] = [numberOf('same'), numberOf('differs'), numberOf('left out')];
  print(`Of ${count(replayed.length, 'exchange')}: ${same} same, ${different} different, ${leftOut} left out.`);
  if (same + different === 0) printError('Nothing could be replayed.');
  if (different > 0 || same === 0) process.exitCode = 1;
}

function rowOf({ exchange: { number, operation, request }, outcome, because }: Replayed): string[] {
  return [outcome, `#${number}`, operation ?? `${request.method} ${request.path}`, because];
}
