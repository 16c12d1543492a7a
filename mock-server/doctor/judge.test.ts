import { describe, expect, test } from 'vitest';
import type { Answer } from './deliver.ts';
import { judge } from './judge.ts';

const hint = 'Mend what is tried here.';
const status = (code: number): Answer => ({ status: code, ms: 1 });
const late: Answer = { failure: 'timeout', reason: 'TimeoutError', ms: 1 };
const broken: Answer = { failure: 'disconnected', reason: 'ECONNRESET', ms: 1 };
const gone: Answer = { failure: 'unreachable', reason: 'ECONNREFUSED', ms: 1 };

describe('to a valid delivery', () => {
  const notAccepted = (code: number) => `Answer 200: ${code} counts as a failure.`;
  const redirect = 'A redirect counts as a failure. Give the final URL.';
  const nothing = 'This URL does not accept POST. Check its path.';
  const failed = "The handler failed. See the endpoint's log.";
  const ended = "The connection ended without a response. See the endpoint's log.";

  test.each<[string, Answer, string]>([
    ['199', status(199), hint],
    ['201', status(201), notAccepted(201)],
    ['299', status(299), notAccepted(299)],
    ['300', status(300), redirect],
    ['399', status(399), redirect],
    ['400', status(400), hint],
    ['403', status(403), hint],
    ['404', status(404), nothing],
    ['405', status(405), nothing],
    ['406', status(406), hint],
    ['499', status(499), hint],
    ['500', status(500), failed],
    ['nothing in time', late, 'Respond within five seconds: answer 200 first, then do the work.'],
    ['a connection that broke', broken, ended],
    ['nobody', gone, ended],
  ])('%s is no acceptance, and the hint is for that', (_what, answer, told) => {
    const valid = { expected: 'accept', severity: 'error', hint } as const;
    expect(judge(valid, [answer])).toEqual({ verdict: 'not-accepted', hint: told });
    expect(judge(valid, [status(200), answer])).toEqual({ verdict: 'not-accepted', hint: told });
    expect(judge({ ...valid, severity: 'warning' }, [answer])).toEqual({ verdict: 'warning', hint });
  });

  test('200 to each attempt is ok', () => {
    const valid = { expected: 'accept', severity: 'error', hint } as const;
    expect(judge(valid, [status(200), status(200)])).toEqual({ verdict: 'ok' });
  });
});

describe('to an invalid delivery', () => {
  const unknown = 'Answer what you refuse, for example with 401: no response looks like an outage.';

  test.each<[string, Answer[], ReturnType<typeof judge>]>([
    ['199', [status(199)], { verdict: 'ok' }],
    ['200', [status(200)], { verdict: 'wrong-acceptance', hint }],
    ['299', [status(299)], { verdict: 'wrong-acceptance', hint }],
    ['300', [status(300)], { verdict: 'ok' }],
    ['401 and 200', [status(401), status(200)], { verdict: 'wrong-acceptance', hint }],
    ['200 after no answer', [late, status(200)], { verdict: 'wrong-acceptance', hint }],
    ['401 and no answer', [status(401), broken], { verdict: 'warning', hint: unknown }],
    ['nobody', [gone], { verdict: 'warning', hint: unknown }],
  ])('%s', (_what, answers, judged) => {
    expect(judge({ expected: 'refuse', severity: 'error', hint }, answers)).toEqual(judged);
    const lenient = judge({ expected: 'refuse', severity: 'warning', hint }, answers);
    expect(lenient).toEqual(judged.verdict === 'ok' ? judged : { ...judged, verdict: 'warning' });
  });
});
