import { type CreatedKind, kindAt } from '../../contract/created-kinds.ts';
import type { Answer, Caller } from '../account.ts';
import { isNetworkError } from '../fetch-errors.ts';

/** An entity that could not be removed, and the reason. */
export type Leftover = { readonly path: string; readonly because: string };

/**
 * Archives or deletes entities one after the other, as their kind requires.
 *
 * @param paths API paths, each before those of the entities it refers to.
 * @param onRemoved called for each removed entity.
 * @returns the entities that remain.
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
    // Stops sending once the target is unreachable: each further attempt would only wait for its timeout.
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
    if (isNetworkError(error)) return noAnswer;
    return error instanceof Error ? error.message : String(error);
  }
}

/** Also true if the entity, or its owner, was archived or deleted before. */
function isGone(answer: Answer): boolean {
  return answer.status < 300 || answer.status === 404 || codeIn(answer) === 'entity_archived';
}

function codeIn({ body }: Answer): string {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
