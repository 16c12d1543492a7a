/**
 * Before each file of laws, under vitest. Laws share a mock, as they do under `paddock verify`. Any other target is closed
 * after each file, since that is what cleans up there; the next one is in a process of its own.
 */
import { afterAll } from 'vitest';
import { currentRun } from './run.ts';

const isShared = process.env['PADDOCK_TARGET']?.startsWith('mock:') ?? true;
const { target } = await currentRun();
afterAll(() => (isShared ? target.can.receiver?.expectLawful() : target.close()));
