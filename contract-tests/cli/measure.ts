import { createRedactor } from '#openapi/exchange/redact.ts';
import { print, printError } from '#openapi/text/print.ts';
import { measureTarget } from '../kit/measure/measure-target.ts';
import { profileFileOf } from '../kit/measure/profile-file.ts';
import { renderMeasurement } from '../kit/measure/render-measurement.ts';
import { checkOutputs, writeOutput } from '../report/output-files.ts';

/** Options of `paddock measure`. */
export type MeasureFlags = {
  /** See `startTarget` for this and the next five. */
  readonly target: string;
  readonly key?: string;
  readonly budget?: number;
  readonly receiver?: string;
  readonly receiverPort?: number;
  readonly allowLegacyKey?: boolean;
  /** File to write the profile to. */
  readonly out: string;
};

/**
 * Measures a target, prints the results, and writes a profile for the mock. The exit code is 1 if nothing could be
 * measured.
 *
 * @throws UsageError for options that cannot work.
 */
export async function measure({ target, key, out, ...options }: MeasureFlags): Promise<void> {
  await checkOutputs([{ option: '--out', path: out, is: 'file' }]);
  const measurement = await measureTarget(target, { ...options, seed: 1, apiKey: key });
  const keys = [key, process.env['PADDLE_SANDBOX_API_KEY']].flatMap((secret) => secret || []);
  const redact = createRedactor(keys);
  print(redact(renderMeasurement(measurement)));
  if (measurement.behaviours.every(({ value }) => value === null)) {
    printError(`Could not measure ${measurement.target.name}: nothing could be found out. The reasons are above.`);
    process.exitCode = 1;
    return;
  }
  await writeOutput(out, `${JSON.stringify(redact(profileFileOf(measurement)), null, 2)}\n`);
  print(`Wrote ${out}. Start a mock that behaves the same with paddock start --profile ${out}`);
}
