/** Amounts above this are split, so that sums of many neither overflow nor lose digits. */
const part = 1_000_000_000n;

/** Splits an amount into two numbers that SQL can sum exactly. */
export function splitAmount(amount: bigint): [high: number, low: number] {
  return [Number(amount / part), Number(amount % part)];
}

/** Joins the sums of both parts. */
export function joinAmount(high: number, low: number): bigint {
  return BigInt(high) * part + BigInt(low);
}
