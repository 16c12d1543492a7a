/** Amounts above this are split, so that sums of many neither overflow nor lose digits. */
export const amountPart = 1_000_000_000n;

/** Splits an amount into two numbers that SQL can sum exactly. */
export function splitAmount(amount: bigint): [high: number, low: number] {
  return [Number(amount / amountPart), Number(amount % amountPart)];
}

/** Joins the sums of both parts. */
export function joinAmount(high: number, low: number): bigint {
  return BigInt(high) * amountPart + BigInt(low);
}
