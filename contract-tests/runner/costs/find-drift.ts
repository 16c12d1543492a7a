import type { LawCost } from './cost.ts';

/** How many times more or fewer requests a law may take than were counted, and how many besides. */
const factor = 2;
const besides = 10;

/** Says what is wrong with what was counted for a law, or `null` where it is about right. */
export function findDrift(title: string, requests: number, counted: LawCost | undefined): string | null {
  if (!counted) return `nobody has counted what "${title}" costs`;
  const isMore = requests > factor * counted.requests + besides;
  const isLess = counted.requests > factor * requests + besides;
  return isMore || isLess ? `"${title}" takes ${requests} requests, and ${counted.requests} were counted` : null;
}
