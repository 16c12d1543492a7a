import { printable } from '../text/printable.ts';
import type { Forwarded } from './forward.ts';

/** What is printed of a delivery: time, type, status and milliseconds. The time is that of this machine. */
export function deliveryLine({ eventType, answer, ms }: Forwarded, at: Date): string {
  // Anyone on this machine can send to the receiver, and nobody is to write on the terminal as they like.
  const [type, status] = [printable(eventType), printable(String(answer))];
  return `${at.toISOString().slice(11, 23)}  ${type.padEnd(26)}  ${status}  ${ms} ms`;
}
