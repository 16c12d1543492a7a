import { paddleError } from '../../errors/errors.ts';
import type { Disposition } from '../document-link.ts';
import type { Adjustment } from './kind.ts';
import { tookEffect } from './take-effect.ts';

/** Returns what a link to a credit note is signed for. */
export function creditNoteSubject(adjustmentId: string, disposition: Disposition): string {
  return `credit note ${adjustmentId} ${disposition}`;
}

/**
 * Rejects an adjustment that has no credit note.
 *
 * @evidence official: there are credit notes of refunds and credits. assumed: once they are approved, and the code
 */
export function refuseWithoutCreditNote(adjustment: Adjustment): void {
  const { id, action, status } = adjustment;
  if ((action === 'refund' || action === 'credit') && tookEffect(adjustment)) return;
  throw paddleError('not_found', { id, hint: `${id} is a ${action} that is ${status}, and has no credit note.` });
}

/** Makes the link to a credit note. */
export function creditNoteUrl(id: string, disposition: Disposition, baseUrl: string, token: string): string {
  return `${baseUrl}/credit-notes/${id}?${new URLSearchParams({ disposition, token })}`;
}
