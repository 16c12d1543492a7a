import { type CreatedKind, kindAt } from '../../contract/created-kinds.ts';
import type { Answer, Caller } from '../account.ts';
import { isLost } from '../lost.ts';

/** Something that could not be removed, and why. */
export type Leftover = { readonly path: string; readonly because: string };

/**
 * Removes entities one after the other, each as its kind is removed.
 *
 * @param paths below the API; what refers to an entity before it.
 * @param onRemoved is told of each that is gone.
 * @returns what is still there.
 */
export async function remove(
  account: Caller,
  kinds: readonly CreatedKind[],
  paths: readonly string[],
  onRemoved: (path: string) => void = () => {},
): Promise<Leftover[]> {
  const leftovers: Leftover[] = [];
  let lost: string | null = null;
  for (const path of paths) {
    const because: string | null = lost ?? (await whyNotRemoved(account, kindAt(kinds, path), path));
    // Where nobody answers, each further attempt would take its time for nothing.
    if (because === noAnswer) lost = because;
    if (because === null) onRemoved(path);
    else leftovers.push({ path, because });
  }
  return leftovers;
}

const noAnswer = 'the target did not respond';

async function whyNotRemoved(account: Caller, kind: CreatedKind | undefined, path: string): Promise<string | null> {
  if (!kind || kind.removal === 'remains') return 'the document does not say how to remove it';
  try {
    const answer =
      kind.removal === 'delete'
        ? await account.request('DELETE', path)
        : await account.request('PATCH', path, { body: { status: 'archived' } });
    return isGone(answer) ? null : `the target returned ${answer.status} ${codeIn(answer)}`.trim();
  } catch (error) {
    if (isLost(error)) return noAnswer;
    return error instanceof Error ? error.message : String(error);
  }
}

/** It may have been archived or deleted before, or belong to an entity that was. */
function isGone(answer: Answer): boolean {
  return answer.status < 300 || answer.status === 404 || codeIn(answer) === 'entity_archived';
}

function codeIn({ body }: Answer): string {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
