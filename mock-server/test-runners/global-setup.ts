import { startSharedServer } from './shared-server.ts';

/** Kept here, because some runners import setup and teardown separately. */
let stop = async () => {};

/** Starts the mock that a test run shares, and returns its teardown. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  stop = await startSharedServer();
  return globalTeardown;
}

/** Stops the mock. */
export async function globalTeardown(): Promise<void> {
  await stop();
}
