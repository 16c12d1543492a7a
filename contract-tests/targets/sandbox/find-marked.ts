import type { CreatedKind } from '../../contract/created-kinds.ts';
import type { Caller } from '../account.ts';
import { runMarkedIn } from '../run-name.ts';

/**
 * Finds what runs left behind: active entities that are marked in a text of theirs, or in `custom_data.paddock_run`. What
 * belongs to another entity goes with it.
 *
 * @param kinds what the target's document says can be created
 * @param isWanted chooses by the name of the run.
 * @returns paths below the API, the newest first, so that what refers to an entity comes before it.
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

/** An entity of a list, and the texts in it that may be marked. */
type Listed = { readonly id: string; readonly marks: readonly string[] };

/** Walks over all pages. @throws Error for any answer that is no page. */
async function list(account: Caller, firstPage: string): Promise<Listed[]> {
  const found: Listed[] = [];
  for (let page: string | null = firstPage; page !== null; ) {
    const { status, body } = await account.request('GET', page);
    const entities: unknown = at(body, 'data');
    if (status !== 200 || !Array.isArray(entities))
      throw new Error(`Could not list ${page}: the answer was ${status}.`);
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

/** The member of that name, whatever it is; `undefined` where there is none. */
function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
