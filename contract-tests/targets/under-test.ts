import { afterAll, vi } from 'vitest';
import { seed } from './replay.ts';
import type { Target } from './target.ts';

/**
 * The target that `PADDOCK_TARGET` names, started once for each test file: `mock:guide` (the default) or
 * `mock:official`.
 */
export const target = await startTarget(process.env['PADDOCK_TARGET'] ?? 'mock:guide');

vi.setConfig({ testTimeout: 30_000 });
afterAll(() => target.close());

async function startTarget(name: string): Promise<Target> {
  if (name === 'mock:guide' || name === 'mock:official') {
    const { startMockTarget } = await import('./mock.ts');
    return startMockTarget(name === 'mock:guide' ? 'guide' : 'official', seed);
  }
  throw new Error(`Could not find the target ${name}. Set PADDOCK_TARGET to mock:guide or mock:official.`);
}
