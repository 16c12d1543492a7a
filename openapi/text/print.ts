/** Control characters but line ends and tabs, and what turns the direction of text: they could rewrite what a terminal shows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about.
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/**
 * A text that may hold what came from outside, such as a server's error or a row of a file, as a terminal may show it. What
 * would steer the terminal is escaped, as JSON does, so that JSON stays what it is.
 */
export function forTerminal(text: string): string {
  return text.replace(steering, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Prints a text to standard output, with what would steer a terminal escaped. */
export function print(text: string): void {
  console.log(forTerminal(text));
}

/** Prints a text to standard error, with what would steer a terminal escaped. */
export function printError(text: string): void {
  console.error(forTerminal(text));
}
