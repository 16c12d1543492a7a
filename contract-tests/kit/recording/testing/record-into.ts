import { contractOf } from '../../../contract/document.ts';
import { readProfile } from '../../../contract/read-profile.ts';
import { type RecordingProxy, startProxy } from '../proxy.ts';
import { Recorder } from '../recorder.ts';
import { createKeyRefusal } from '../refuse-keys.ts';

/** Records traffic with a target to a folder, as `paddock record` does. */
export async function recordInto(
  folder: string,
  baseUrl: string,
  profile: string,
  entitiesFile?: string,
): Promise<{ readonly proxy: RecordingProxy; readonly recorder: Recorder }> {
  const contract = contractOf(await readProfile(profile));
  const recorder = new Recorder({ folder, baseUrl, contract, profile, entitiesFile });
  const refuseKey = createKeyRefusal(baseUrl, false);
  const proxy = await startProxy({
    target: baseUrl,
    port: 0,
    refuseKey,
    onExchange: (exchange) => void recorder.add(exchange),
  });
  return { proxy, recorder };
}
