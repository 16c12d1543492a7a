/** Returns the middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('Could not find the median: there are no values.');
  return (upper + lower) / 2;
}

/** Returns the least value that at least this percentage of the values do not exceed. */
export function percentile(values: readonly number[], hundredths: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil((sorted.length * hundredths) / 100) - 1)];
  if (value === undefined) throw new Error('Could not find a percentile: there are no values.');
  return value;
}

/**
 * Returns the median over the rounds of the ratio within each round, so that a slow moment of the machine affects
 * both sides.
 */
export function medianRatio(ones: readonly number[], others: readonly number[]): number {
  return median(ones.map((one, round) => one / (others[round] ?? Number.NaN)));
}

/** Returns arrivals per second, from times in milliseconds. The first fifth is warm-up and not counted. */
export function arrivalRate(times: readonly number[]): number {
  const counted = times.slice(Math.floor(times.length / 5));
  return (1000 * (counted.length - 1)) / ((counted.at(-1) ?? 0) - (counted[0] ?? 0));
}
/** Renders a Markdown table; the first column holds text, the others numbers. */
export function renderTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = header.map((_, index) => (index === 0 ? '---' : '---:'));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Bound of a ratio. */
export type Aim = { atLeast: number } | { atMost: number };

/** Renders the aim, and if the ratio reaches it. */
export function renderAim(aim: Aim, ratio: number): string {
  const [sign, bound, reached] =
    'atLeast' in aim
      ? (['≥', aim.atLeast, ratio >= aim.atLeast] as const)
      : (['≤', aim.atMost, ratio <= aim.atMost] as const);
  return `${sign} ${bound}, ${reached ? 'reached' : 'missed'}`;
}

export function renderRate(perSecond: number): string {
  return `${Math.round(perSecond).toLocaleString('en')}/s`;
}
/**
 * Puts text between the two `<!-- bench -->` lines of a document.
 *
 * @throws Error if the document does not have exactly two such lines
 */
export function replaceBetweenMarkers(document: string, text: string): string {
  const marker = '<!-- bench -->';
  const [before, old, after, ...more] = document.split(marker);
  if (before === undefined || old === undefined || after === undefined || more.length > 0) {
    throw new Error(`Could not write the table: the document does not have two ${marker} lines. Add them.`);
  }
  return [before, `\n${text}\n`, after].join(marker);
}
