/** Makes text fit for a header, whose values hold no line breaks and only Latin letters. */
export function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}
