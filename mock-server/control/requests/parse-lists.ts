/** Minimum length of a piece of a list, in characters. */
const pieceLength = 128 * 1024;

/** Some entries of a list in the object, with their text. */
export type Piece = {
  /** Name of the list. */
  name: string;
  /** Number of entries before these. */
  before: number;
  entries: readonly unknown[];
  text: string;
};

/** The object, and its text without the lists. */
export type Whole = { value: unknown; text: string };

/**
 * Parses the JSON text of an object with long lists, such as a seed, in pieces, so that other requests can be answered
 * in between. The result is that of `JSON.parse`.
 *
 * @throws SyntaxError
 */
export function* parseLists(text: string): Generator<Piece, Whole> {
  const lists: unknown[][] = [];
  let list: unknown[] = [];
  let outside = '';
  let kept = 0;
  let name = '';
  for (const { from, to, isLast } of piecesOf(text)) {
    if (from.isFirst) {
      const around = text.slice(kept, from.at);
      name = nameAtEnd.exec(around.slice(-longestName))?.[1] ?? '';
      outside += `${around}${lists.length}`;
      list = [];
      lists.push(list);
    }
    const piece = text.slice(from.at, to);
    const entries: unknown[] = JSON.parse(`[${piece}]`);
    // A trailing comma: nothing follows the one before this piece.
    if (!from.isFirst && entries.length === 0) throw new SyntaxError('Unexpected end of a list');
    yield { name, before: list.length, entries, text: piece };
    for (const entry of entries) list.push(entry);
    if (isLast) kept = to;
  }
  outside += text.slice(kept);
  const value: unknown = JSON.parse(outside);
  for (const part of Object.values(Object(value))) {
    if (!Array.isArray(part)) continue;
    const entries = lists[part.pop()] ?? [];
    for (const entry of entries) part.push(entry);
  }
  return { value, text: outside };
}

const longestName = 200;
const nameAtEnd = /"([^"\\]*)"\s*:\s*\[$/;

type Cut = { from: { at: number; isFirst: boolean }; to: number; isLast: boolean };

/** Cuts the object's lists between their entries. Pieces of invalid JSON are invalid too. */
function* piecesOf(text: string): Generator<Cut> {
  let depth = 0;
  let from: Cut['from'] | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === quote) at = endOfText(text, at);
    else if (character === openBrace || character === openBracket) {
      depth += 1;
      if (depth === 2 && character === openBracket) from = { at: at + 1, isFirst: true };
    } else if (character === closeBrace || character === closeBracket) {
      if (depth === 2 && from) {
        yield { from, to: at, isLast: true };
        from = undefined;
      }
      depth -= 1;
    } else if (character === comma && depth === 2 && from && at - from.at > pieceLength) {
      yield { from, to: at, isLast: false };
      from = { at: at + 1, isFirst: false };
    }
  }
}

const [quote, comma, openBrace, openBracket, closeBrace, closeBracket] = [...'",{[}]'].map((one) => one.charCodeAt(0));

/** Finds the closing quote of a string. */
function endOfText(text: string, begin: number): number {
  for (let at = text.indexOf('"', begin + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text[at - 1 - escapes] === '\\') escapes += 1;
    if (escapes % 2 === 0) return at;
  }
  return text.length;
}
