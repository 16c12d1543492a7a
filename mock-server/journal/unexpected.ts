import { redactText } from '#openapi/exchange/redact.ts';
import { fieldOf } from '../text/json-field.ts';
import type { JournalEntry } from './journal.ts';

/** Explains in a sentence which part of an exchange the document does not have; null if there is none. */
export function whyUnexpected(entry: JournalEntry, answer: unknown): string | null {
  const { operationId, unknownParameters, method, url, status } = entry;
  const operation = `${method} ${redactText(url.split('?', 1)[0] ?? '')}`;
  if (operationId === null) {
    return status === 540 ? `Paddock does not emulate ${operation} yet.` : `There is no operation ${operation}.`;
  }
  if (unknownParameters.length > 0)
    return `${operation} has no query parameter ${redactText(unknownParameters.join(', '))}.`;
  const fields = refusedFields(answer);
  return fields.length > 0 ? `${operation} takes no field ${fields.join(', ')}.` : null;
}

/** Finds unknown body fields by the messages of the error. */
function refusedFields(answer: unknown): string[] {
  const errors = fieldOf(fieldOf(answer, 'error'), 'errors');
  const messages = (Array.isArray(errors) ? errors : []).map((error) => String(fieldOf(error, 'message')));
  return messages.flatMap((message) => /^Additional property (.+) is not allowed$/s.exec(message)?.[1] ?? []);
}
