import { afterAll, vi } from 'vitest';
import { seed } from './replay.ts';
import { startTarget } from './start-target.ts';

/**
 * The target that `PADDOCK_TARGET` names, started once for each test file: `mock:guide` (the default) or
 * `mock:official`.
 */
export const target = await startTarget(process.env['PADDOCK_TARGET'] ?? 'mock:guide', { seed });

vi.setConfig({ testTimeout: 30_000 });
afterAll(() => target.close());
