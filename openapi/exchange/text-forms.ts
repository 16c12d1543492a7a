/** Returns an expression that finds texts in plain form, percent-encoded, escaped as in JSON or HTML, or in Base64. */
export function anyFormOf(texts: readonly string[]): RegExp {
  return new RegExp(texts.flatMap((text) => [text, ...base64Of(text)].map(escapedFormOf)).join('|'), 'g');
}

/** Returns the source of an expression that finds a text plain, percent-encoded, or escaped as in JSON or HTML. */
export function escapedFormOf(text: string): string {
  return Array.from(text, anyFormOfCharacter).join('');
}

/** Returns the Base64 forms of a text, one for each alignment to groups of three bytes. */
export function base64Of(text: string): string[] {
  return [0, 1, 2].map((before) => {
    const bytes = new TextEncoder().encode('\0'.repeat(before) + text);
    const encoded = btoa(String.fromCharCode(...bytes));
    // Omits the first and the last characters, which depend on the adjacent bytes.
    return encoded.slice(Math.ceil((before * 4) / 3), Math.floor((bytes.length * 4) / 3));
  });
}

const alternatives: Readonly<Record<string, string>> = { '+': '-', '/': '_' };

/** Matches one character in any form. The repetitions are limited, so that matching takes linear time. */
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
