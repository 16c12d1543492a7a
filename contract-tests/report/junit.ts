import { create } from 'xmlbuilder2';
import { describeDifference } from './difference.ts';
import { describeDisagreement, describeJudge } from './judge-report.ts';
import type { ClaimReport, JudgeReport, LawReport, Report } from './report.ts';
import { count } from './verdict.ts';

/**
 * Makes JUnit XML: a suite for each claim, with its laws as cases, and one for another judge. A difference that the baseline knows is a case that
 * was skipped, since CI is to pass with it.
 */
export function renderJunit({ claims, seconds, started_at, target, judge }: Report): string {
  const suites = [
    ...claims.map((claim) => suiteOf(claim, started_at)),
    ...(judge ? [suiteOfJudge(judge, started_at)] : []),
  ];
  const root = { '@name': `paddock verify ${target.name}`, '@time': seconds, testsuite: suites };
  // XML has no place for some characters that an API may be sent.
  return create({ encoding: 'UTF-8', invalidCharReplacement: '\ufffd' }, { testsuites: root }).end({
    prettyPrint: true,
  });
}

function suiteOf(claim: ClaimReport, timestamp: string): object {
  const { id, laws, laws_not_chosen = 0 } = claim;
  const cases = [...laws.map((law) => caseOf(claim, law)), ...(laws_not_chosen > 0 ? [caseOfNotChosen(claim)] : [])];
  return {
    '@name': id,
    '@tests': cases.length,
    '@failures': cases.filter((one) => 'failure' in one).length,
    '@skipped': cases.filter((one) => 'skipped' in one).length,
    '@errors': 0,
    '@time': laws.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000,
    '@timestamp': timestamp,
    testcase: cases,
  };
}

function suiteOfJudge(report: JudgeReport, timestamp: string): object {
  const { judge, seconds, disagreements } = report;
  const messages = disagreements.map((one) => describeDisagreement(judge, one));
  return {
    '@name': judge,
    '@tests': 1,
    '@failures': messages.length > 0 ? 1 : 0,
    '@skipped': 0,
    '@errors': 0,
    '@time': seconds,
    '@timestamp': timestamp,
    testcase: {
      '@classname': judge,
      '@name': 'says of each exchange what Paddock says',
      '@time': seconds,
      ...(messages.length > 0
        ? { failure: { '@message': describeJudge(report), '@type': 'disagreement', '#': messages.flat().join('\n') } }
        : {}),
    },
  };
}

/** A suite of which all cases pass would say that the claim holds. */
function caseOfNotChosen({ id, because, laws_not_chosen = 0 }: ClaimReport): object {
  const name = `${count(laws_not_chosen, 'law')} not chosen`;
  return { '@classname': id, '@name': name, '@time': 0, skipped: { '@message': because } };
}

function caseOf(claim: ClaimReport, law: LawReport): object {
  const attributes = { '@classname': claim.id, '@name': law.title, '@time': law.milliseconds / 1000 };
  if (law.outcome === 'no-verdict') return { ...attributes, skipped: { '@message': law.no_verdict } };
  if (law.outcome === 'held') return attributes;
  if (claim.accepted) return { ...attributes, skipped: { '@message': `known: ${claim.accepted.reason}` } };
  const broken = describeDifference(claim).laws.find((candidate) => candidate.law === law);
  const evidence = [law.failure?.message, ...(broken?.evidence ?? []), broken?.replay].join('\n');
  return {
    ...attributes,
    failure: { '@message': law.failure?.message.split('\n')[0], '@type': 'broken', '#': evidence },
  };
}
