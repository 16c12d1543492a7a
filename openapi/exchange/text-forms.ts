/** An expression that finds texts as they are, percent-encoded, escaped as in JSON or HTML, and within Base64. */
export function anyFormOf(texts: readonly string[]): RegExp {
  return new RegExp(texts.flatMap((text) => [text, ...base64Of(text)].map(escapedFormOf)).join('|'), 'g');
}

/** The source of an expression that finds a text as it is, percent-encoded, and escaped as in JSON or HTML. */
export function escapedFormOf(text: string): string {
  return Array.from(text, anyFormOfCharacter).join('');
}

/** The Base64 that a text always becomes, for each place at which a group of three bytes may begin. */
export function base64Of(text: string): string[] {
  return [0, 1, 2].map((before) => {
    const bytes = new TextEncoder().encode('\0'.repeat(before) + text);
    const encoded = btoa(String.fromCharCode(...bytes));
    // The first and the last characters depend on what is beside the text.
    return encoded.slice(Math.ceil((before * 4) / 3), Math.floor((bytes.length * 4) / 3));
  });
}

const alternatives: Readonly<Record<string, string>> = { '+': '-', '/': '_' };

/** What is repeated has a limit, so that no text takes more time than by its length. */
function anyFormOfCharacter(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  const hex = [...code.padStart(2, '0')].map((digit) => `[${digit}${digit.toUpperCase()}]`).join('');
  const plain = [character, alternatives[character] ?? ''].join('').replaceAll(/[\\\]^-]/g, '\\$&');
  const forms = [
    `%(?:25){0,3}${hex}`,
    `\\\\{1,8}(?:u00|x)${hex}`,
    `&#(?:[xX]0{0,4}${hex}|0{0,4}${character.charCodeAt(0)});`,
  ];
  return `(?:[${plain}]|${forms.join('|')})`;
}
