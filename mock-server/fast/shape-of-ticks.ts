import { executionAsyncResource } from 'node:async_hooks';

const kept: object[] = [];

/**
 * Keeps one task of `process.nextTick`, so that V8 keeps the shape of these objects: if a full garbage collection finds
 * none of them, V8 makes them without optimised code from then on.
 */
export function keepShapeOfTicks(): void {
  if (kept.length > 0) return;
  process.nextTick(() => kept.push(executionAsyncResource()));
}
