import type { LawResult } from '../../suite/run-law.ts';

/** Creates the result of a law that held with one request; `parts` override it. */
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

/** A minimal failure. */
export const failure: LawResult['failure'] = {
  error: null,
  message: 'no',
  violates: null,
  compared: null,
  property: null,
  exchanges: [],
};
