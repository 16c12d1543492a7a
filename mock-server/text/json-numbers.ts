/** Finds numbers that may exceed JavaScript's precision or range: more than 15 digits, or a large exponent. */
const suspicious = /(?:^|[:,[\s])-?(?:[\d.]{16,}|[\d.]+[eE][+-]?\d{3,})/;

/** A number in JSON text. */
const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Finds a number that parsing has changed, such as `1e400` or 9007199254740993, and returns its path with dots;
 * undefined if all numbers are preserved. One pass over the text: a reviver would be called for each value.
 *
 * @param text valid JSON
 */
export function findChangedNumber(text: string): string | undefined {
  if (!suspicious.test(text)) return undefined;
  /** Keys and indexes of the enclosing objects and lists. */
  const places: (string | number)[] = [];
  let key = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    const last = places.length - 1;
    const place = places[last];
    if (character === '"') {
      const end = endOfText(text, at);
      key = text.slice(at, end + 1);
      at = end;
    } else if (character === ':') places[last] = JSON.parse(key);
    else if (character === ',' && typeof place === 'number') places[last] = place + 1;
    else if (character === '{') places.push('');
    else if (character === '[') places.push(0);
    else if (character === '}' || character === ']') places.pop();
    else if (character === '-' || (character >= '0' && character <= '9')) {
      const source = numberAt(text, at);
      if (isChanged(source)) return places.join('.') || '(root)';
      at += source.length - 1;
    }
  }
  return undefined;
}

/** Returns the position of the quote that ends a string. */
function endOfText(text: string, begin: number): number {
  let at = begin + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function numberAt(text: string, at: number): string {
  number.lastIndex = at;
  return number.exec(text)?.[0] ?? ' ';
}

/** Numbers of fewer than 16 characters without an exponent are preserved. */
function isChanged(source: string): boolean {
  return (source.length > 15 || /e/i.test(source)) && normalize(source) !== normalize(String(Number(source)));
}

/** Normalizes a number to its digits and exponent, equal for all ways to write it. */
function normalize(text: string): string | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = withoutLastZeros(digits);
  if (significant === '') return whole === '' ? undefined : '0';
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}

/** A loop, since `/0+$/` would retry at each zero of a run before another digit. */
function withoutLastZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}
