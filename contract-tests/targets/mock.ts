import { profile as behavioursOf, startPaddock } from '#mock-server/index.ts';
import { createCheckedSend } from '../checks/checked-send.ts';
import { createDeliveryCheck } from '../checks/delivery.ts';
import { EntityMemory } from '../checks/entity-memory.ts';
import type { Behaviours } from '../contract/behaviours.ts';
import { contractOf } from '../contract/document.ts';
import { type Account, createAccount } from './account.ts';
import { createApiKeys } from './api-keys.ts';
import { controlPlaneOf } from './control-plane.ts';
import { startReceiver } from './receiver.ts';
import { sendToMock } from './sending/send-to-mock.ts';
import type { TargetOptions } from './start-target.ts';
import type { Target } from './target.ts';

// Read before a test replaces the global `fetch` by one with checks.
const direct = globalThis.fetch;

export type MockProfile = 'guide' | 'official';

/** Starts a mock in this process. No other file of the suite imports the mock. */
export async function startMockTarget(profile: MockProfile, options: TargetOptions, limited = false): Promise<Target> {
  const { seed, observe, before, unchecked = false } = options;
  const paddock = await startPaddock({ port: 0, profile, seed, ...(limited ? {} : { rateLimit: false }) });
  const front = await before?.(paddock.url);
  const baseUrl = front?.url ?? paddock.url;
  // Includes the rate limit of the profile, although the shared mock does not enforce one.
  const behaviours: Behaviours = behavioursOf(profile);
  const contract = contractOf(behaviours);
  const memory = new EntityMemory();
  const send = createCheckedSend(baseUrl, contract, sendToMock, observe, !unchecked, memory);
  const steer: typeof direct = async (input, init) => {
    const request = new Request(input, init);
    const response = await direct(request);
    memory.forgetAccount(request.headers.get('authorization'));
    return response;
  };
  const receiver = await startReceiver(createDeliveryCheck(contract, !unchecked));
  const nextKey = createApiKeys(seed);
  let emails = 0;
  const account = (apiKey: string): Account => createAccount(target, apiKey, send);

  const target: Target = {
    name: `mock:${profile}`,
    baseUrl,
    behaviours,
    contract,
    newAccount: () => account(nextKey()),
    freshEmail: () => `sam.${++emails}@example.com`,
    can: {
      ...controlPlaneOf(paddock.url, steer, account),
      isolate: true,
      receiver,
      ...(limited ? { burst: true } : { withRateLimit: () => startMockTarget(profile, options, true) }),
    },
    async close() {
      await front?.close();
      await paddock.close();
      await receiver.close();
    },
  };
  return target;
}

/** Starts a mock as a user would: rate-limited and on the time of day, with some behaviours changed. */
export async function startMockForUse(
  profile: MockProfile,
  behaviours: Partial<Behaviours> = {},
): Promise<{ url: string; apiKey: string; close(): Promise<void> }> {
  return startPaddock({ port: 0, profile, behaviours });
}
