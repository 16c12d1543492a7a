import type { Account, Answer } from './account.ts';
import { isLost } from './lost.ts';

/** Something that could not be removed, and why. */
export type Leftover = { readonly path: string; readonly because: string };

/**
 * Archives entities and deletes notification settings, one after the other.
 *
 * @param paths below the API; what belongs to a customer before the customer.
 * @param onRemoved is told of each that is gone.
 * @returns what is still there.
 */
export async function remove(
  account: Account,
  paths: readonly string[],
  onRemoved: (path: string) => void = () => {},
): Promise<Leftover[]> {
  const leftovers: Leftover[] = [];
  let lost: string | null = null;
  for (const path of paths) {
    const because: string | null = lost ?? (await whyNotRemoved(account, path));
    // Where nobody answers, each further attempt would take its time for nothing.
    if (because === noAnswer) lost = because;
    if (because === null) onRemoved(path);
    else leftovers.push({ path, because });
  }
  return leftovers;
}

const noAnswer = 'the target did not respond';

async function whyNotRemoved(account: Account, path: string): Promise<string | null> {
  try {
    const answer = path.startsWith('/notification-settings/')
      ? await account.request('DELETE', path)
      : await account.request('PATCH', path, { body: { status: 'archived' } });
    return isGone(answer) ? null : `the target returned ${answer.status} ${codeIn(answer)}`.trim();
  } catch (error) {
    if (isLost(error)) return noAnswer;
    return error instanceof Error ? error.message : String(error);
  }
}

/** It may have been archived or deleted before, or belong to a customer that was. */
function isGone(answer: Answer): boolean {
  return answer.status < 300 || answer.status === 404 || codeIn(answer) === 'entity_archived';
}

function codeIn({ body }: Answer): string {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
