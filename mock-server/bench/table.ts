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
