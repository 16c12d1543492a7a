import { readFile } from 'node:fs/promises';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { ClaimReport, Report } from './report.ts';

/** A known difference that is accepted for a while. */
export type BaselineEntry = {
  readonly claim: string;
  readonly reason: string;
  /** Last day on which it is accepted, such as `2026-12-31`. */
  readonly expires: string;
};

/**
 * Reads a baseline: a JSON file `{ "differences": [{ "claim", "reason", "expires" }] }`.
 *
 * @throws UsageError for an unreadable or invalid file.
 */
export async function readBaseline(file: string): Promise<BaselineEntry[]> {
  const text = await readFile(file, 'utf8').catch((error: Error) => refuse(file, error.message));
  const entries = fieldOf(parse(file, text), 'differences');
  if (!Array.isArray(entries)) refuse(file, 'it has no list "differences"');
  return entries.map((entry: unknown, index) => {
    const [claim, reason, expires] = ['claim', 'reason', 'expires'].map((name) => fieldOf(entry, name));
    if (!isText(claim) || !isText(reason) || !isText(expires) || !isDate(expires))
      refuse(file, `difference ${index + 1} needs a claim, a reason and an expiry date`);
    return { claim, reason, expires };
  });
}

/** Marks the differences in a report that the baseline accepts today. */
export function acceptKnown(report: Report, entries: readonly BaselineEntry[], today: string): Report {
  const accept = (claim: ClaimReport): ClaimReport => {
    const entry = entries.find(({ claim: id, expires }) => id === claim.id && expires >= today);
    if (!entry || claim.verdict !== 'differs') return claim;
    return { ...claim, accepted: { reason: entry.reason, expires: entry.expires } };
  };
  return { ...report, claims: report.claims.map(accept) };
}

/** Lists expired and unneeded entries of the baseline, as sentences. */
export function driftOf(report: Report, entries: readonly BaselineEntry[], today: string): string[] {
  return entries.flatMap(({ claim: id, expires }) => {
    const claim = report.claims.find((candidate) => candidate.id === id);
    if (expires < today) return `The baseline's entry for ${id} expired on ${expires}.`;
    if (!claim)
      return report.settings.only.length > 0 ? [] : `The baseline has an entry for ${id}, which is not a claim.`;
    if (claim.verdict === 'differs' || claim.verdict === 'cannot-tell') return [];
    return `The baseline lists ${id}, which no longer differs.`;
  });
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse(file, error instanceof Error ? error.message : String(error));
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function refuse(file: string, why: string): never {
  throw new UsageError(
    `Could not read the baseline ${file}: ${why}. Give JSON such as {"differences":[{"claim":"…","reason":"…","expires":"2026-12-31"}]}.`,
  );
}
