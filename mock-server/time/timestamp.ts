import type { Behaviours } from '../spec/behaviours.ts';

/**
 * Formats a time as the API does.
 *
 * @param time milliseconds since 1970
 * @evidence guide: whole seconds, in its examples. official: milliseconds on create, trailing zeros trimmed as Go does.
 */
export function formatTimestamp(time: number, precision: Behaviours['timestamps']): string {
  const text = new Date(time).toISOString();
  if (precision === 'seconds') return `${text.slice(0, 19)}Z`;
  return text.replace(/\.?0*Z$/, 'Z');
}
