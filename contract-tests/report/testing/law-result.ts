import type { LawResult } from '../../suite/run-law.ts';

/** What came of a law that made one request and held, but for what is said otherwise. */
export function lawResult(title: string, parts: Partial<LawResult> = {}): LawResult {
  const held = {
    failure: null,
    noVerdict: null,
    isOutage: false,
    exchanges: [],
    requests: 1,
    cases: 1,
    milliseconds: 1,
  };
  return { title, ...held, ...parts };
}

/** Why a law is broken, and nothing more. */
export const failure: LawResult['failure'] = {
  error: null,
  message: 'no',
  violates: null,
  compared: null,
  property: null,
  exchanges: [],
};
