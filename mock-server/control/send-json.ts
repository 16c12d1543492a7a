import type { Response } from 'express';
import { giveTurns } from '../state/in-portions.ts';

/** Length of a piece, in characters. */
const pieceLength = 256 * 1024;

/** Sends an object as JSON, a long one in pieces, between which others are answered. */
export async function sendJson(response: Response, answer: object): Promise<void> {
  response.type('application/json');
  let waiting: string | undefined;
  for (const piece of piecesOf(answer)) {
    if (waiting !== undefined) {
      response.write(waiting);
      await giveTurns();
    }
    waiting = piece;
  }
  // With a single piece, Node knows the length.
  response.end(waiting);
}

/** The JSON text of an object in pieces, cut between the entries of its arrays. */
export function* piecesOf(answer: object): Generator<string> {
  let text = '{';
  const fields = Object.entries(answer).filter(([, value]) => value !== undefined);
  for (const [place, [name, value]] of fields.entries()) {
    text += `${place === 0 ? '' : ','}${JSON.stringify(name)}:`;
    if (!Array.isArray(value)) {
      text += JSON.stringify(value);
      continue;
    }
    text += '[';
    for (const [index, entry] of value.entries()) {
      text += `${index === 0 ? '' : ','}${JSON.stringify(entry) ?? 'null'}`;
      if (text.length < pieceLength) continue;
      yield text;
      text = '';
    }
    text += ']';
  }
  yield `${text}}`;
}
