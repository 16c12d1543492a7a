import type { Answer } from '../../doctor/deliver.ts';
import type { CaseResult, DoctorReport } from '../../doctor/examine.ts';

/** Headings and widths of the columns. */
const columns = [
  ['case', 22],
  ['sent', 51],
  ['expected', 8],
  ['answered', 18],
  ['ms', 6],
  ['verdict', 0],
] as const;

export function tableHead(): string {
  return row(columns.map(([heading]) => heading));
}

export function tableRow({ id, title, expected, answers, verdict }: CaseResult): string {
  const slowest = Math.max(...answers.map(({ ms }) => ms));
  return row([id, title, expected, answers.map(describeAnswer).join(', '), String(slowest), describeVerdict[verdict]]);
}

/** Formats each hint once, below its cases, and the summary. */
export function tableFoot({ cases, counts }: DoctorReport): string {
  const hints = new Map<string, string[]>();
  for (const { id, hint } of cases) {
    if (hint !== undefined) hints.set(hint, [...(hints.get(hint) ?? []), id]);
  }
  const lines = [...hints].map(([hint, ids]) => `${ids.join(', ')}\n  ${hint}\n`);
  const summary = [
    `${counts.ok} ok`,
    `${counts.warning} with a warning`,
    `${counts['not-accepted']} valid but refused`,
    `${counts['wrong-acceptance']} wrongly accepted`,
  ];
  return ['', ...lines, `${cases.length} cases: ${summary.join(', ')}.`].join('\n');
}

const describeVerdict = {
  ok: 'ok',
  warning: 'warning',
  'not-accepted': 'NOT ACCEPTED',
  'wrong-acceptance': 'WRONGLY ACCEPTED',
} as const;

const describeFailure = { timeout: 'too late', disconnected: 'hung up', unreachable: 'unreachable' } as const;

function describeAnswer(answer: Answer): string {
  return 'status' in answer ? String(answer.status) : describeFailure[answer.failure];
}

function row(cells: readonly string[]): string {
  return columns.map(([, width], index) => (cells[index] ?? '').padEnd(width)).join('  ');
}
