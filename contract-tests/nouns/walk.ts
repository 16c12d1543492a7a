export type Page<Entity> = {
  readonly data: readonly Entity[];
  readonly meta: { readonly pagination: { readonly has_more: boolean; readonly next: string | null } };
};

/** Query parameter for the start of a page; empty for the first page. */
export type PageStart = { readonly after?: string };

/** Reads a list page by page until `has_more` is false. */
export async function* walkPages<One extends Page<unknown>>(
  readPage: (start: PageStart) => Promise<One>,
): AsyncGenerator<One> {
  let start: PageStart = {};
  for (;;) {
    const page = await readPage(start);
    yield page;
    const { has_more, next } = page.meta.pagination;
    if (!has_more) return;
    start = { after: cursorOf(next) };
  }
}

/** Reads a whole list, page by page. */
export async function walk<One extends Page<unknown>>(
  readPage: (start: PageStart) => Promise<One>,
): Promise<One['data'][number][]> {
  const entities: One['data'][number][] = [];
  for await (const page of walkPages(readPage)) entities.push(...page.data);
  return entities;
}

/** The value for `after` from `meta.pagination.next`, which is the value itself or a URL with it. */
export function cursorOf(next: string | null): string {
  const cursor = next !== null && URL.canParse(next) ? new URL(next).searchParams.get('after') : next;
  if (cursor === null)
    throw new Error(`Could not read the next page: next=${next} has no cursor, although has_more is true.`);
  return cursor;
}
