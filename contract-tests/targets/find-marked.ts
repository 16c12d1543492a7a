import type { Account } from './account.ts';
import { runMarkedIn } from './run-name.ts';

/**
 * Finds what runs left behind: active customers with a `custom_data.paddock_run` or a marked email address, and
 * notification settings with a marked description or destination.
 *
 * @param isWanted chooses by the name of the run.
 * @returns paths below the API.
 */
export async function findMarked(account: Account, isWanted: (run: string) => boolean): Promise<string[]> {
  const customers = await list(account, '/customers?status=active&per_page=200&order_by=id[ASC]');
  const settings = await list(account, '/notification-settings?per_page=200');
  return [
    ...settings.filter(isMarked).map(({ id }) => `/notification-settings/${id}`),
    ...customers.filter(isMarked).map(({ id }) => `/customers/${id}`),
  ];

  function isMarked({ marks }: Listed): boolean {
    return marks.some((text) => isWanted(runMarkedIn(text) ?? ''));
  }
}

/** An entity of a list, and the texts in it that may be marked. */
type Listed = { readonly id: string; readonly marks: readonly string[] };

/** Walks over all pages. @throws Error for any answer that is no page. */
async function list(account: Account, firstPage: string): Promise<Listed[]> {
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
  const marks = [
    at(entity, 'email'),
    at(entity, 'description'),
    at(entity, 'destination'),
    typeof run === 'string' ? `paddock-${run}` : undefined,
  ];
  return { id: String(at(entity, 'id')), marks: marks.map(String) };
}

/** The member of that name, whatever it is; `undefined` where there is none. */
function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
