import { styleText } from 'node:util';
import type { ExchangeFacts } from '../http/output/exchange-facts.ts';
import { printable } from '../text/printable.ts';

/**
 * Formats an exchange for a terminal: local time, method, path, status, milliseconds and operation; below, the hint if
 * there is one. Uses no colours if the stream has none or `NO_COLOR` is set.
 */
export function requestLine(facts: LineFacts, at: Date, stream: NodeJS.WritableStream): string {
  const { method, path, status, durationMs, operationId, hint } = facts;
  const paint = (style: Style, text: string) => styleText(style, text, { stream });
  const columns = [
    paint('dim', at.toTimeString().slice(0, 8)),
    method.padEnd(6),
    printable(path),
    paint(styleOf(status), String(status)),
    paint('dim', `${durationMs < 10 ? durationMs.toFixed(1) : Math.round(durationMs)} ms`),
    paint('dim', operationId ?? ''),
  ];
  const line = columns.join('  ').trimEnd();
  return hint === null ? line : `${line}\n${paint('yellow', `          Hint: ${printable(hint)}`)}`;
}

type LineFacts = Pick<ExchangeFacts, 'method' | 'path' | 'status' | 'durationMs' | 'operationId' | 'hint'>;

type Style = 'dim' | 'green' | 'yellow' | 'red';

function styleOf(status: number): Style {
  if (status < 400) return 'green';
  return status < 500 ? 'yellow' : 'red';
}
