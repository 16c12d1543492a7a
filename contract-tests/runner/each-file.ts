/**
 * Before each file of laws, under vitest. Laws share a mock, as they do under `paddock verify`. Any other target is closed
 * after each file, since that is what cleans up there.
 */
import { afterAll, vi } from 'vitest';

const isShared = process.env['PADDOCK_TARGET']?.startsWith('mock:') ?? true;
if (!isShared) vi.resetModules();
const { target } = await (await import('./run.ts')).currentRun();
afterAll(() => (isShared ? target.can.receiver?.expectLawful() : target.close()));
