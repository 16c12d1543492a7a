import type { Exchange } from '../contract/exchange.ts';
import type { Findings, Part } from './finding.ts';
import { refusedIn } from './refusal.ts';

/** What two judges see otherwise. */
export type Disagreement = {
  /** What of the exchange it is about; `request` where it is the target that took or refused it. */
  readonly part: Part | 'request';
  /** What the other judge finds wrong; empty where it finds nothing. */
  readonly theirs: readonly string[];
  /** What our checks find wrong, or what the target did. */
  readonly ours: readonly string[];
};

/**
 * Codes with which a request is refused because it does not fit the document, whatever state the account is in. What a
 * key looks like is in no document, and what is wrong with an `invalid_field` need not be.
 */
const codesOfUnfit = [
  'authentication_missing',
  'bad_request',
  'invalid_json',
  'invalid_time_query_parameter',
  'invalid_url',
  'method_not_allowed',
  'unexpected_request_body',
  'unsupported_media_type',
];

/** Compares what another judge and our own checks find in an exchange. */
export function compareFindings(exchange: Exchange, theirs: Findings, ours: Findings): Disagreement[] {
  return [
    ...compareParts(['operation', 'request-body'], theirs, ours),
    ...compareWithTarget(exchange, theirs),
    ...compareAnswers(exchange, theirs, ours),
  ];
}

/** An answer of another status has no further parts to compare, and one of another type has no schema. */
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

/** A target takes what fits, and refuses what does not; what it refuses for other reasons, no document can tell. */
function compareWithTarget({ status, body }: Exchange, { request }: Findings): Disagreement[] {
  const theirs = request.map(({ message }) => message);
  if (status < 400 && theirs.length > 0) return [{ part: 'request', theirs, ours: [`the target took it: ${status}`] }];
  const code = refusedIn(body)?.code;
  if (status < 400 || theirs.length > 0 || code === undefined || !codesOfUnfit.includes(code)) return [];
  return [{ part: 'request', theirs, ours: [`the target refused it: ${status} ${code}`] }];
}
