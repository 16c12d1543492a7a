import { randomBytes } from 'node:crypto';

/**
 * Creates the name of a run, which begins with its start time. It marks what the run creates: customers in
 * `custom_data.paddock_run` and their email address, notification settings in their description, or in their
 * destination if the description is under test.
 */
export function makeRunName(now = new Date()): string {
  return `${now
    .toISOString()
    .replace(/[-:]|\..*/g, '')
    .toLowerCase()}-${randomBytes(2).toString('hex')}`;
}

/** Marks a text with the name of a run. */
export function markOf(run: string): string {
  return `paddock-${run}`;
}

/** The run that a text is marked with, or `null`. */
export function runMarkedIn(text: string): string | null {
  return /\bpaddock-(\d{8}t\d{6}-[\da-f]{4})\b/.exec(text)?.[1] ?? null;
}

/** Start of a run, in milliseconds since 1970; `NaN` for any other text. */
export function startOfRun(run: string): number {
  return Date.parse(run.replace(/^(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)-.*$/, '$1-$2-$3T$4:$5:$6Z'));
}
