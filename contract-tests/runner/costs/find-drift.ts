import type { LawCost } from './cost.ts';

/** How many times more or fewer requests a law may take than were counted, and how many besides. */
const factor = 2;
const besides = 10;

/** Laws that send until they are refused, so that the number depends on how fast the target answers. */
const untilRefused = /^rate-limit|too many requests$/;

/** Says what is wrong with what was counted for a law, or `null` where it is about right. */
export function findDrift(title: string, requests: number, counted: LawCost | undefined): string | null {
  if (!counted) return `nobody has counted what "${title}" costs`;
  if (untilRefused.test(title)) return null;
  const isMore = requests > factor * counted.requests + besides;
  const isLess = counted.requests > factor * requests + besides;
  return isMore || isLess ? `"${title}" takes ${requests} requests, and ${counted.requests} were counted` : null;
}
