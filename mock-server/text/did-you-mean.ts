import { closest, distance } from 'fastest-levenshtein';

/** Suggests the known word nearest to a misspelt one; empty if none is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const nearest = closest(
    word.toLowerCase(),
    known.map((each) => each.toLowerCase()),
  );
  const meant = known.find((each) => each.toLowerCase() === nearest);
  const isNear = distance(word.toLowerCase(), nearest) <= Math.max(2, word.length / 3);
  return meant !== undefined && isNear ? ` Did you mean ${meant}?` : '';
}
