import { type Environment, Paddle } from '@paddle/paddle-node-sdk';
import { vi } from 'vitest';
import { onTestFinished } from '../law/current-law.ts';
import type { Account } from '../targets/account.ts';

/** Creates Paddle's SDK for an account. Replaces the global `fetch`, which the SDK calls, by one with the checks. */
export function sdkOf({ apiKey, fetch, target }: Account): Paddle {
  vi.stubGlobal('fetch', fetch);
  onTestFinished(() => void vi.unstubAllGlobals());
  // The SDK accepts any base URL, but its type allows Paddle's two environments only.
  return new Paddle(apiKey, { environment: target.baseUrl as Environment });
}
