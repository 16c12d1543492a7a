import { startSharedServer } from './shared-server.ts';

/** A run has one global set-up and one tear-down, which some runners want apart. */
let stop = async () => {};

/** Starts the mock that a test run shares, and returns its teardown. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  stop = await startSharedServer();
  return globalTeardown;
}

/** Stops it. */
export async function globalTeardown(): Promise<void> {
  await stop();
}
