/** A limit that was found: the largest number that is accepted, or only one that still is. */
export type Largest = { readonly value: number; readonly bound: 'exact' | 'at least' };

/**
 * Finds the largest number that is accepted, by halving.
 *
 * @param most where the search ends; if it is accepted, nothing is known beyond it.
 * @param accepts tries a number out. What is accepted has to be so for all smaller numbers too.
 * @returns 0 where not even 1 is accepted.
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
