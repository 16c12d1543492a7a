import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { create } from 'xmlbuilder2';
import { curlScript } from '#openapi/exchange/curl-script.ts';
import { typescriptProgram } from '#openapi/exchange/typescript-program.ts';
import { requireProgram } from '#vitest/require-program.ts';
import type { KnownDifference } from '../judge/known-differences.ts';
import { startTarget } from '../targets/start-target.ts';
import { renderJunit } from './formats/junit.ts';
import { renderMarkdown } from './formats/markdown.ts';
import { renderSummary } from './formats/summary.ts';
import { reportJudgement } from './judge-report.ts';
import { outcomeOf } from './outcome.ts';
import { renderPage } from './page/page.ts';
import { isReport } from './read-report.ts';
import type { JudgeReport, LawReport, Report } from './report.ts';
import { hostileName, reportExampleRun } from './testing/example-run.ts';

const execute = promisify(execFile);
let report: Report;

beforeAll(async () => {
  report = await reportExampleRun();
});

function brokenLaw(): LawReport {
  const law = report.claims.flatMap(({ laws }) => laws).find(({ outcome }) => outcome === 'broken');
  if (!law) throw new Error('The example has no broken law.');
  return law;
}

describe('the report', () => {
  test('has a verdict for each claim, and consistent totals', () => {
    expect(report.claims.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['customer-name-optional', 'differs'],
      ['webhooks-hmac', 'cannot-tell'],
      ['ips', 'holds'],
    ]);
    const { claims, laws, cases, requests } = report.totals;
    expect([claims, laws]).toEqual([{ holds: 1, 'differs-as-expected': 0, differs: 1, 'cannot-tell': 1 }, 3]);
    expect(requests).toBeGreaterThan(cases);
  });

  test('matches its published schema, and invalid reports do not', () => {
    expect(isReport(JSON.parse(JSON.stringify(report)))).toBe(true);
    expect(isReport.errors).toBeNull();
    expect(isReport({ ...report, claims: [{ ...report.claims[0], verdict: 'maybe' }] })).toBe(false);
  });

  test('contains only the exchanges of the smallest counterexample', () => {
    const { failure, exchanges } = brokenLaw();
    expect(failure).toMatchObject({ counterexample: '[4]' });
    expect(exchanges.map(({ operation, status }) => [operation, status])).toEqual([
      ['createCustomer', 201],
      ['getCustomer', 200],
    ]);
    expect(exchanges.every(({ request_id }) => request_id !== null)).toBe(true);
  });
});

describe('scripts of a counterexample', () => {
  test.for([
    ['curl', (text: string) => ['sh', '-ec', text] as const],
    ['TypeScript', (text: string) => [process.execPath, '--input-type=module-typescript', '-e', text] as const],
  ] as const)('replay as %s on another account, with other IDs', async ([language, commandOf], context) => {
    if (language === 'curl') requireProgram(context, 'curl', '--version');
    const target = await startTarget('mock', { seed: 2 });
    const { exchanges } = brokenLaw();
    const [file, ...args] = commandOf(language === 'curl' ? curlScript(exchanges) : typescriptProgram(exchanges));
    const env = { PATH: process.env['PATH'], PADDLE_URL: target.baseUrl, PADDLE_API_KEY: target.newAccount().apiKey };
    const { stdout } = await execute(file, args, { env });
    await target.close();
    const read = JSON.parse(stdout.slice(stdout.lastIndexOf('{"data"')));
    expect(read.data).toMatchObject({ name: hostileName.slice(0, 4), status: 'active' });
    expect(exchanges[1]?.path).not.toContain(read.data.id);
  });
});

describe('the files', () => {
  test('JUnit has a case for each law, with its failure, and escapes text', () => {
    const root = create(renderJunit(report)).end({ format: 'object' });
    expect(root).toMatchObject({
      testsuites: {
        testsuite: [
          { '@name': 'customer-name-optional', '@tests': '1', '@failures': '1', '@skipped': '0' },
          { '@name': 'webhooks-hmac', '@tests': '1', '@failures': '0', '@skipped': '1' },
          { '@name': 'ips', '@tests': '1', '@failures': '0', '@skipped': '0' },
        ],
      },
    });
    const law = brokenLaw();
    const unprintable = { ...law, failure: law.failure && { ...law.failure, message: `${hostileName}\u0000]]>` } };
    const [claim, ...others] = report.claims;
    const claims = claim ? [{ ...claim, laws: [unprintable] }, ...others] : [];
    expect(create(renderJunit({ ...report, claims })).end()).toContain('&lt;script');
  });

  test('Markdown and terminal show the outcome, its reason, and how to replay it', () => {
    const outcome = outcomeOf(report, []);
    for (const text of [renderMarkdown(report, outcome), renderSummary(report, outcome)]) {
      expect(text).toContain('1 claim differs.');
      expect(text).toContain('expected 4 to be less than or equal to 3');
      expect(text).toContain(
        "--target mock:guide --only 'customer-name-optional: no name is longer than three characters' --seed 1 --path",
      );
      expect(text).toMatch(/ctm1=\$\(curl -gsS -X POST "\$PADDLE_URL"\/customers/);
    }
  });
});

describe('another judge', () => {
  const judged = (changes: Partial<JudgeReport> = {}): Report & { readonly judge: JudgeReport } => {
    const [exchange] = brokenLaw().exchanges;
    if (!exchange) throw new Error('The example has no exchange.');
    const disagreement = {
      part: 'body',
      judge_says: [`there is no field ${hostileName}`],
      paddock_says: [],
      exchanges: 2,
      exchange,
    };
    const judge: JudgeReport = {
      judge: 'Prism 5.16.0',
      exchanges: 1200,
      agreed: 1190,
      seconds: 0.5,
      disagreements: [disagreement],
      known: [{ name: 'null-as-body', reason: 'Prism takes it as none.', exchanges: 8 }],
      needless: [],
      ...changes,
    };
    return { ...report, judge };
  };
  const figures = /Prism 5\.16\.0 .*1,200 exchanges in 0\.5 s: 1,190 .*, 8 .*, 2 /;

  test('is reported in each file, with the exchange and the findings of both judges', () => {
    const outcome = outcomeOf(judged(), []);
    const texts = [renderMarkdown(judged(), outcome), renderSummary(judged(), outcome), renderJunit(judged())];
    for (const text of [...texts, renderPage([judged()])]) {
      expect(text).toMatch(figures);
      expect(text).toContain('createCustomer, body: POST /customers returned 201, as in 2 exchanges');
      expect(text).toContain('Paddock: nothing is wrong');
    }
    for (const text of [renderJunit(judged()), renderPage([judged()])]) expect(text).not.toContain(hostileName);
    expect(isReport(JSON.parse(JSON.stringify(judged())))).toBe(true);
  });

  test('reports a known difference that a complete run did not show', async () => {
    const target = await startTarget('mock', { seed: 1 });
    await target.close();
    const difference = (name: string, shownBy: KnownDifference['shownBy'], exchanges: number) => {
      const explains = () => true;
      return { difference: { name, shownBy, reason: '', explains }, exchanges };
    };
    const known = [
      difference('seen', 'laws', 1),
      difference('not-seen', 'laws', 0),
      difference('never-seen', 'corrupted exchanges', 0),
    ];
    const judgement = { judge: 'Prism', exchanges: 9, agreed: 8, seconds: 1, disagreements: [], known };
    const run = { target, startedAt: new Date(), seconds: 1, results: [], endedEarly: null, notChosen: [], judgement };
    const whole = { seed: 1, runs: null, path: null, only: [] };
    expect(reportJudgement(judgement, run, whole).needless).toEqual(['not-seen']);
    expect(reportJudgement(judgement, run, { ...whole, only: ['ips'] }).needless).toEqual([]);
    expect(reportJudgement(judgement, { ...run, endedEarly: 'it was interrupted' }, whole).needless).toEqual([]);
  });

  test('makes the run end with 1 if it disagrees, judged nothing, or a known difference no longer occurs', () => {
    const good = { ...report, claims: report.claims.filter(({ verdict }) => verdict === 'holds') };
    const endOf = (changes: Partial<JudgeReport>) =>
      outcomeOf({ ...good, judge: judged({ disagreements: [], ...changes }).judge }, []);
    expect(endOf({})).toEqual({ exitCode: 0, because: ['Everything is as expected.'] });
    expect(endOf({ disagreements: judged().judge.disagreements })).toEqual({
      exitCode: 1,
      because: [expect.stringMatching(/^Prism 5\.16\.0 disagrees in 1 /)],
    });
    expect(endOf({ exchanges: 0 }).because).toEqual(['Prism 5.16.0 checked nothing.']);
    expect(endOf({ needless: ['null-as-body'] })).toEqual({
      exitCode: 1,
      because: [expect.stringContaining('null-as-body')],
    });
  });
});
