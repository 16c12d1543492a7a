import { once } from 'node:events';
import { join } from 'node:path';
import { print, printError } from '#openapi/text/print.ts';
import { contractOf } from '../contract/document.ts';
import { readProfile } from '../contract/read-profile.ts';
import { gradeTraffic, whyNotPassed } from '../kit/grading/grade.ts';
import { trafficOfRecording } from '../kit/grading/recorded-traffic.ts';
import { renderGrade } from '../kit/grading/render-grade.ts';
import type { CapturedExchange } from '../kit/recording/captured-exchange.ts';
import { describeEarlier } from '../kit/recording/earlier-entities.ts';
import { startProxy } from '../kit/recording/proxy.ts';
import { Recorder } from '../kit/recording/recorder.ts';
import { createKeyRefusal, locateTarget } from '../kit/recording/refuse-keys.ts';
import { checkOutputs } from '../report/output-files.ts';
import { count } from '../report/verdict.ts';
import { untilInterrupted } from '../suite/interruption.ts';

/** Options of `paddock record`. */
export type RecordFlags = {
  readonly target: string;
  readonly port: number;
  readonly out?: string;
  readonly profile?: string;
  readonly entities?: string;
  readonly allowLegacyKey?: boolean;
  readonly minimum?: number;
};

/**
 * Records an application's traffic until it is interrupted, then grades the application. The exit code is 1 if an
 * exchange violates the contract, nothing could be graded, or the score is below the minimum.
 *
 * @throws UsageError for options that cannot work.
 */
export async function record(flags: RecordFlags): Promise<void> {
  const baseUrl = locateTarget(flags.target);
  const profile = flags.profile ?? (flags.target === 'sandbox' ? 'official' : 'guide');
  const contract = contractOf(await readProfile(profile));
  const folder = flags.out ?? join('fixtures', 'captured', new Date().toISOString().replace(/[:.]/g, '-'));
  await checkOutputs([
    { option: '--out', path: folder, is: 'folder' },
    { option: '--entities', path: flags.entities, is: 'file' },
  ]);
  const recorder = new Recorder({ folder, baseUrl, contract, profile, entitiesFile: flags.entities });
  const proxy = await startProxy({
    target: baseUrl,
    port: flags.port,
    refuseKey: createKeyRefusal(baseUrl, flags.allowLegacyKey ?? false),
    onExchange: (exchange) => print(linesOf(recorder.add(exchange)).join('\n')),
  });
  print(`Recording ${baseUrl} into ${folder}\nBase URL for the application: ${proxy.url}`);
  await untilInterrupted(async (interrupted) => {
    await once(interrupted, 'abort');
    await proxy.close();
  });

  const { exchanges } = recorder;
  const unfit = exchanges.filter(({ faults }) => faults.request.length + faults.response.length > 0).length;
  const [recorded, did] = [count(exchanges.length, 'exchange'), unfit === 1 ? 'does' : 'do'];
  print(`\nRecorded ${recorded} in ${folder}; ${unfit} ${did} not match the contract.`);
  const earlier = describeEarlier(exchanges);
  if (earlier !== null) print(earlier);
  const grade = gradeTraffic(trafficOfRecording(exchanges, contract));
  if (grade.score !== null) print(`\n${renderGrade(grade)}`);
  const problem = whyNotPassed(grade, flags.minimum);
  if (problem !== null) printError(problem);
  if (problem !== null || unfit > 0) process.exitCode = 1;
}

function linesOf({ number, operation, request, response, faults }: CapturedExchange): string[] {
  return [
    `#${number} ${request.method} ${request.path} ${operation ?? 'unknown'} ${response?.status ?? 'no response'}`,
    ...faults.request.map((fault) => `  request: ${fault}`),
    ...faults.response.map((fault) => `  response: ${fault}`),
  ];
}
