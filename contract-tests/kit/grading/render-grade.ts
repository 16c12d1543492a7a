import { renderTable } from '../../report/formats/table.ts';
import { count } from '../../report/verdict.ts';
import type { Finding, Grade } from './grade.ts';

/** Renders a grade for a terminal: findings with their evidence, the advice of each broken rule, and the score. */
export function renderGrade({ score, requests, forgotten, deliveries, findings, kept, not_judged }: Grade): string {
  const rules = [...Map.groupBy(findings, ({ rule }) => rule).values()];
  const webhooks = deliveries === null ? '' : ` and ${count(deliveries, 'delivery', 'deliveries')}`;
  const lost = forgotten === 0 ? '' : ` (${count(forgotten, 'earlier request')} no longer in the journal)`;
  return [
    ...rules.map(renderRule),
    ...not_judged.map(({ rule, because }) => `Not graded: ${rule}, because ${because}.`),
    `Score: ${score} of 100, from ${count(requests, 'request')}${webhooks}${lost}. ${count(rules.length, 'rule')} broken, ${kept.length} kept.`,
  ].join('\n');
}

/** Maximum number of findings shown per rule. */
const most = 10;

function renderRule(findings: readonly Finding[]): string {
  const rows = findings.slice(0, most).map(({ sentence, evidence }) => ['', evidence.join(' '), sentence]);
  const [first] = findings;
  return [
    `${first?.severity} ${first?.rule}`,
    renderTable(rows),
    ...(findings.length > most ? [`  and ${findings.length - most} more`] : []),
    `  ${first?.advice}\n`,
  ].join('\n');
}
