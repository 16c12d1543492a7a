import { describeDifference } from '../difference.ts';
import { describeDisagreement, describeJudge } from '../judge-report.ts';
import type { ClaimReport, JudgeReport, LawReport, Report } from '../report.ts';
import { count } from '../verdict.ts';
import { type Element, renderXml } from './xml.ts';

/**
 * Renders JUnit XML: a suite for each claim, with its laws as cases, and one for another judge. A difference that the
 * baseline accepts is a skipped case, so that CI passes.
 */
export function renderJunit({ claims, seconds, started_at, target, judge }: Report): string {
  const suites = [
    ...claims.map((claim) => suiteOf(claim, started_at)),
    ...(judge ? [suiteOfJudge(judge, started_at)] : []),
  ];
  const attributes = { name: `paddock verify ${target.name}`, time: seconds };
  return renderXml({ name: 'testsuites', attributes, content: suites });
}

function suiteOf(claim: ClaimReport, timestamp: string): Element {
  const { id, laws, laws_not_chosen = 0 } = claim;
  const cases = [...laws.map((law) => caseOf(claim, law)), ...(laws_not_chosen > 0 ? [caseOfNotChosen(claim)] : [])];
  return suite(id, laws.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000, timestamp, cases);
}

function suiteOfJudge(report: JudgeReport, timestamp: string): Element {
  const { judge, seconds, disagreements } = report;
  const messages = disagreements.map((one) => describeDisagreement(judge, one));
  const failure =
    messages.length > 0 ? [failureOf(describeJudge(report), 'disagreement', messages.flat().join('\n'))] : [];
  return suite(judge, seconds, timestamp, [testcase(judge, 'agrees with Paddock on each exchange', seconds, failure)]);
}

function suite(name: string, time: number, timestamp: string, cases: readonly Element[]): Element {
  const having = (outcome: string) => cases.filter(({ content }) => holds(content, outcome)).length;
  const counts = { tests: cases.length, failures: having('failure'), skipped: having('skipped'), errors: 0 };
  return { name: 'testsuite', attributes: { name, ...counts, time, timestamp }, content: cases };
}

function holds(content: Element['content'], name: string): boolean {
  return typeof content === 'object' && content.some((one) => one.name === name);
}

function testcase(classname: string, name: string, time: number, content: readonly Element[]): Element {
  return { name: 'testcase', attributes: { classname, name, time }, content };
}

function skipped(message: string | undefined): Element {
  return { name: 'skipped', attributes: { message } };
}

function failureOf(message: string | undefined, type: string, content: string): Element {
  return { name: 'failure', attributes: { message, type }, content };
}

/** Adds a skipped case for laws that were not selected: if all cases passed, the claim would seem to hold. */
function caseOfNotChosen({ id, because, laws_not_chosen = 0 }: ClaimReport): Element {
  return testcase(id, `${count(laws_not_chosen, 'law')} not chosen`, 0, [skipped(because)]);
}

function caseOf(claim: ClaimReport, law: LawReport): Element {
  return testcase(claim.id, law.title, law.milliseconds / 1000, outcomeOf(claim, law));
}

function outcomeOf(claim: ClaimReport, law: LawReport): Element[] {
  if (law.outcome === 'no-verdict') return [skipped(law.no_verdict ?? undefined)];
  if (law.outcome === 'held') return [];
  if (claim.accepted) return [skipped(`known: ${claim.accepted.reason}`)];
  const broken = describeDifference(claim).laws.find((candidate) => candidate.law === law);
  const evidence = [law.failure?.message, ...(broken?.evidence ?? []), broken?.replay].join('\n');
  return [failureOf(law.failure?.message.split('\n')[0], 'broken', evidence)];
}
