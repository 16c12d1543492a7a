import { printable } from '../text/printable.ts';
import type { Forwarded } from './forward.ts';

/** Formats a delivery: local time, type, status and milliseconds. */
export function deliveryLine({ eventType, answer, ms }: Forwarded, at: Date): string {
  // Any program on this machine can call the receiver, so its text must not control the terminal.
  const [type, status] = [printable(eventType), printable(String(answer))];
  return `${at.toISOString().slice(11, 23)}  ${type.padEnd(26)}  ${status}  ${ms} ms`;
}
