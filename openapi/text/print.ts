/** Control characters except line breaks and tabs, and changes of text direction. Both can forge output. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression finds control characters.
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Makes untrusted text, such as a server's error or a row of a file, safe for a terminal. Control characters are escaped
 * as in JSON, so that JSON keeps its meaning.
 */
export function forTerminal(text: string): string {
  return text.replace(steering, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Prints to standard output, with control characters escaped. */
export function print(text: string): void {
  console.log(forTerminal(text));
}

/** Prints to standard error, with control characters escaped. */
export function printError(text: string): void {
  console.error(forTerminal(text));
}
