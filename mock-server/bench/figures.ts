/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('Could not find the median: there are no values.');
  return (upper + lower) / 2;
}

/** The least value that so many of a hundred values do not exceed. */
export function percentile(values: readonly number[], hundredths: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil((sorted.length * hundredths) / 100) - 1)];
  if (value === undefined) throw new Error('Could not find a percentile: there are no values.');
  return value;
}

/**
 * How many times the one is the other: the median over the rounds, each compared with itself, so that a slow moment of
 * the machine does not count for one side only.
 */
export function medianRatio(ones: readonly number[], others: readonly number[]): number {
  return median(ones.map((one, round) => one / (others[round] ?? Number.NaN)));
}

/** How many arrive in a second, from times in milliseconds. The first fifth warms up and does not count. */
export function arrivalRate(times: readonly number[]): number {
  const counted = times.slice(Math.floor(times.length / 5));
  return (1000 * (counted.length - 1)) / ((counted.at(-1) ?? 0) - (counted[0] ?? 0));
}
/** A Markdown table; the first column holds text, the others numbers. */
export function renderTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = header.map((_, index) => (index === 0 ? '---' : '---:'));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A ratio that is to be at least, or at most, some number. */
export type Aim = { atLeast: number } | { atMost: number };

/** The aim, and whether the ratio reaches it. */
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
 * @throws Error where the document does not have exactly two such lines.
 */
export function replaceBetweenMarkers(document: string, text: string): string {
  const marker = '<!-- bench -->';
  const [before, old, after, ...more] = document.split(marker);
  if (before === undefined || old === undefined || after === undefined || more.length > 0) {
    throw new Error(`Could not write the table: the document does not have two ${marker} lines. Add them.`);
  }
  return [before, `\n${text}\n`, after].join(marker);
}
