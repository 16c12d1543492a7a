import { print } from '#openapi/text/print.ts';
import { type CaseResult, type DoctorOptions, type DoctorReport, examine } from '../../doctor/examine.ts';
import { tableFoot, tableHead, tableRow } from './doctor-table.ts';

export type DoctorFlags = { secret: string; timeout: number; json?: true };

/** Tests an endpoint and prints the report, without the secret. The exit code is 1 if a case failed. */
export async function doctor(url: string, { secret, timeout, json }: DoctorFlags): Promise<void> {
  const options = { secret, timeoutMs: timeout };
  const report = json ? await examine(url, options) : await examineAloud(url, options);
  print(json ? JSON.stringify(report) : tableFoot(report));
  if (!report.passed) process.exitCode = 1;
}

/** Prints each case as soon as it is done, because an endpoint that hangs is slow. */
function examineAloud(url: string, options: DoctorOptions): Promise<DoctorReport> {
  let begun = false;
  const onCase = (result: CaseResult) => {
    if (!begun) print(tableHead());
    begun = true;
    print(tableRow(result));
  };
  return examine(url, { ...options, onCase });
}
