import type { Exchange } from '../contract/exchange.ts';
import type { Findings, Part } from './finding.ts';
import { refusedIn } from './refusal.ts';

/** A difference between the findings of two judges. */
export type Disagreement = {
  /** Part of the exchange; `request` if the target accepted or refused it contrary to the findings. */
  readonly part: Part | 'request';
  /** Violations found by the other judge. */
  readonly theirs: readonly string[];
  /** Violations found by our checks, or the response of the target. */
  readonly ours: readonly string[];
};

/**
 * Codes of requests that violate the document, whatever the state of the account. No document specifies the form of
 * keys, and an `invalid_field` may violate a rule outside the document.
 */
const codesOfViolations = [
  'authentication_missing',
  'bad_request',
  'invalid_json',
  'invalid_time_query_parameter',
  'invalid_url',
  'method_not_allowed',
  'unexpected_request_body',
  'unsupported_media_type',
];

/** Compares the findings of another judge with those of our own checks. */
export function compareFindings(exchange: Exchange, theirs: Findings, ours: Findings): Disagreement[] {
  return [
    ...compareParts(['operation', 'request-body'], theirs, ours),
    ...compareWithTarget(exchange, theirs),
    ...compareAnswers(exchange, theirs, ours),
  ];
}

/** Skips the other parts if the status is undocumented, and the body if the media type is wrong. */
function compareAnswers({ operation }: Exchange, theirs: Findings, ours: Findings): Disagreement[] {
  if (operation === null) return [];
  const found = new Set([...theirs.answer, ...ours.answer].map(({ part }) => part));
  if (found.has('status')) return compareParts(['status'], theirs, ours);
  return compareParts(['media-type', 'headers', ...(found.has('media-type') ? [] : ['body' as const])], theirs, ours);
}

function compareParts(parts: readonly Part[], theirs: Findings, ours: Findings): Disagreement[] {
  return parts.flatMap((part) => {
    const [their, our] = [messagesAbout(part, theirs), messagesAbout(part, ours)];
    return their.length > 0 === our.length > 0 ? [] : [{ part, theirs: their, ours: our }];
  });
}

function messagesAbout(wanted: Part, { request, answer }: Findings): string[] {
  return [...request, ...answer].filter(({ part }) => part === wanted).map(({ message }) => message);
}

/** Compares the findings with the target's decision. Refusals for reasons outside the document are ignored. */
function compareWithTarget({ response: { status, json } }: Exchange, { request }: Findings): Disagreement[] {
  const theirs = request.map(({ message }) => message);
  if (status < 400 && theirs.length > 0)
    return [{ part: 'request', theirs, ours: [`the target accepted it: ${status}`] }];
  const code = refusedIn(json)?.code;
  if (status < 400 || theirs.length > 0 || code === undefined || !codesOfViolations.includes(code)) return [];
  return [{ part: 'request', theirs, ours: [`the target refused it: ${status} ${code}`] }];
}
