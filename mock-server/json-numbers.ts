/** A number of JSON text that may be more than JavaScript's numbers hold: more than 15 digits, or a large exponent. */
const suspicious = /(?:^|[:,[\s])-?(?:[\d.]{16,}|[\d.]+[eE][+-]?\d{3,})/;

/**
 * Finds a number that parsing has changed, such as `1e400` or 9007199254740993, and names its place with dots;
 * undefined where all numbers are what the text says.
 *
 * @param parsed what `JSON.parse` made of the text
 */
export function findChangedNumber(text: string, parsed: unknown): string | undefined {
  if (!suspicious.test(text)) return undefined;
  let holder: unknown;
  let name = '';
  // TypeScript does not know the third parameter yet.
  const again: unknown = JSON.parse(
    text,
    function (this: unknown, key: string, value: unknown, context?: { source?: string }) {
      const source = context?.source;
      const isChanged =
        typeof value === 'number' && source !== undefined && normalize(source) !== normalize(String(value));
      if (isChanged && holder === undefined) [holder, name] = [this, key];
      return value;
    },
  );
  if (holder === undefined) return undefined;
  if (typeof parsed !== 'object') return '(root)';
  return [...(pathTo(holder, again) ?? []), name].join('.');
}

function pathTo(wanted: unknown, value: unknown): string[] | undefined {
  if (value === wanted) return [];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, part] of Object.entries(value)) {
    const path = pathTo(wanted, part);
    if (path) return [name, ...path];
  }
  return undefined;
}

/** A number's digits and exponent, the same for all ways to write it. */
function normalize(text: string): string | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return whole === '' ? undefined : '0';
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}
