/** The largest accepted number, or, with `at least`, a lower bound of it. */
export type Largest = { readonly value: number; readonly bound: 'exact' | 'at least' };

/**
 * Finds the largest accepted number by binary search.
 *
 * @param most upper end of the search; if it is accepted, the result is a lower bound.
 * @param accepts tries a number; all numbers below an accepted one must be accepted too.
 * @returns 0 if not even 1 is accepted.
 */
export async function largestAccepted(most: number, accepts: (number: number) => Promise<boolean>): Promise<Largest> {
  if (await accepts(most)) return { value: most, bound: 'at least' };
  let [accepted, refused] = [0, most];
  while (refused - accepted > 1) {
    const middle = Math.floor((accepted + refused) / 2);
    if (await accepts(middle)) accepted = middle;
    else refused = middle;
  }
  return { value: accepted, bound: 'exact' };
}
