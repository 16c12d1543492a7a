import { MockRefusal, MockUnavailable } from '#openapi/control-plane/mock-failures.ts';
import { print, printError } from '#openapi/text/print.ts';
import { RunningMock, type RunningMockOptions } from '../../control-client/running-mock.ts';
import { readValues } from './field-values.ts';

export type TriggerFlags = RunningMockOptions & { entity?: string; set?: Record<string, string> };

/** Causes an event on a running mock and prints it. The exit code is 1 if the mock refuses or is unreachable. */
export async function trigger(eventType: string, { entity, set = {}, ...options }: TriggerFlags): Promise<void> {
  const mock = new RunningMock(options);
  try {
    const overrides = await readValues(mock, eventType, set);
    const body = { ...(entity !== undefined && { entity_id: entity }), overrides };
    const event = await mock.call('POST', `/_paddock/trigger/${encodeURIComponent(eventType)}`, body);
    print(JSON.stringify(event, null, 2));
  } catch (error) {
    if (!(error instanceof MockRefusal || error instanceof MockUnavailable)) throw error;
    printError(error.message);
    process.exitCode = 1;
  }
}
