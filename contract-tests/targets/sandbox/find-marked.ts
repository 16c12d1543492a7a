import type { CreatedKind } from '../../contract/created-kinds.ts';
import type { Caller } from '../account.ts';
import { runMarkedIn } from '../run-name.ts';

/**
 * Finds active entities that runs left behind, by the mark in one of their texts or in `custom_data.paddock_run`.
 * Entities below another one are not listed: they go with their owner.
 *
 * @param kinds the kinds of entities that the target can create.
 * @param isWanted selects runs by name.
 * @returns API paths, newest first, so that an entity comes before those it refers to.
 */
export async function findMarked(
  account: Caller,
  kinds: readonly CreatedKind[],
  isWanted: (run: string) => boolean,
): Promise<string[]> {
  const found: { readonly path: string; readonly id: string }[] = [];
  for (const { path, list: firstPage, removal } of kinds) {
    if (firstPage === null || removal === 'remains') continue;
    const marked = (await list(account, firstPage)).filter(isMarked);
    found.push(...marked.map(({ id }) => ({ path: `${path}/${id}`, id: id.slice(id.indexOf('_')) })));
  }
  return found.toSorted((one, other) => (one.id < other.id ? 1 : -1)).map(({ path }) => path);

  function isMarked({ marks }: Listed): boolean {
    return marks.some((text) => isWanted(runMarkedIn(text) ?? ''));
  }
}

/** An entity of a list, and its texts that may contain a mark. */
type Listed = { readonly id: string; readonly marks: readonly string[] };

/** Reads all pages of a list. @throws Error for any response that is not a page. */
async function list(account: Caller, firstPage: string): Promise<Listed[]> {
  const found: Listed[] = [];
  for (let page: string | null = firstPage; page !== null; ) {
    const { status, body } = await account.request('GET', page);
    const entities: unknown = at(body, 'data');
    if (status !== 200 || !Array.isArray(entities))
      throw new Error(`Could not list ${page}: the target returned ${status}.`);
    found.push(...entities.map(listedIn));
    const last = found.at(-1);
    const isMore = at(at(at(body, 'meta'), 'pagination'), 'has_more') === true;
    page = isMore && last ? `${firstPage}&after=${last.id}` : null;
  }
  return found;
}

function listedIn(entity: unknown): Listed {
  const run = at(at(entity, 'custom_data'), 'paddock_run');
  const texts = Object.values(entity ?? {}).filter((value) => typeof value === 'string');
  const marks = typeof run === 'string' ? [...texts, `paddock-${run}`] : texts;
  return { id: String(at(entity, 'id')), marks };
}

/** A member of an object, or `undefined`. */
function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
