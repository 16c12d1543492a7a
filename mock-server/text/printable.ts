/** Makes text safe for a header: without line breaks, and with Latin letters only. */
export function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}
