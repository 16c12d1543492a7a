import { randomBytes } from 'node:crypto';

/**
 * Makes a name for a run, which begins with its time. What the run creates has it: customers in
 * `custom_data.paddock_run` and in their email address, notification settings in their description, or in their
 * destination where the description is what is tried.
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

/** Finds the run that a text is marked with, or `null`. */
export function runMarkedIn(text: string): string | null {
  return /\bpaddock-(\d{8}t\d{6}-[\da-f]{4})\b/.exec(text)?.[1] ?? null;
}

/** When a run began, in milliseconds; `NaN` for what is no name of one. */
export function startOfRun(run: string): number {
  return Date.parse(run.replace(/^(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)-.*$/, '$1-$2-$3T$4:$5:$6Z'));
}
