import type { Exchange } from '../contract/exchange.ts';

/** An entity as returned by its last write. */
type Known = { readonly data: object; readonly writeEnded: number; isRefusedSince: boolean };

/**
 * Remembers the responses to writes, for checks of later reads and IDs. An entity is forgotten if writes of it overlap,
 * since the last one is unknown. After other changes, such as by time, call `forgetAccount`.
 */
export class EntityMemory {
  readonly #known = new Map<string, Known>();
  readonly #newest = new Map<string, { readonly id: string; readonly ended: number }>();
  /** Number of pending writes by path. */
  readonly #writing = new Map<string, number>();
  readonly #contested = new Set<string>();
  #now = 0;

  /** Returns a new, higher number for `Exchange.ended`. */
  now(): number {
    this.#now += 1;
    return this.#now;
  }

  /** Registers a request before it is sent, and returns the number for `Exchange.began`. */
  begin(method: string, url: URL): number {
    this.#now += 1;
    const place = placeOf(url);
    const others = this.#writing.get(place) ?? 0;
    if (method !== 'GET') this.#writing.set(place, others + 1);
    if (method !== 'GET' && others > 0) this.#contested.add(place);
    return this.#now;
  }

  /** Unregisters a request after its response or failure. */
  end(method: string, url: URL): void {
    const place = placeOf(url);
    if (method === 'GET') return;
    const others = (this.#writing.get(place) ?? 1) - 1;
    if (others > 0) {
      this.#writing.set(place, others);
      return;
    }
    this.#writing.delete(place);
    this.#contested.delete(place);
  }

  /** Forgets all entities of an account, which may have changed without a write. */
  forgetAccount(authorization: string | null): void {
    for (const key of this.#known.keys()) if (key.startsWith(`${authorization} `)) this.#known.delete(key);
  }

  /** Returns the expected entity of a read, or `null` if it is unknown. */
  knownOf({ request, response, began }: Exchange): Known | null {
    const { method, url, headers } = request;
    if (method !== 'GET' || response.status !== 200 || this.#writing.has(url.pathname)) return null;
    const known = this.#known.get(keyOf(headers, url.pathname));
    return known && known.writeEnded < began ? known : null;
  }

  /** Returns the last ID that was created in the same list before this creation began, or `null`. */
  newestBefore({ request: { headers, url }, began }: Exchange): string | null {
    const newest = this.#newest.get(keyOf(headers, url.pathname));
    return newest && newest.ended < began ? newest.id : null;
  }

  /** Remembers the response to a write. Must be called before `end`. */
  learn({ request: { method, url, headers }, response: { status, json } }: Exchange): void {
    if (method === 'GET') return;
    this.#now += 1;
    const [place, data] = [placeOf(url), entityIn(json)];
    const key = keyOf(headers, place);
    const known = this.#known.get(key);
    if (status >= 400 && status < 500) {
      if (known) known.isRefusedSince = true;
      return;
    }
    if (data && status === 201) this.#newest.set(keyOf(headers, url.pathname), { id: data.id, ended: this.#now });
    if (!data || this.#contested.has(place)) this.#known.delete(key);
    // An adjustment changes the totals of its transaction.
    if (data && 'transaction_id' in data) this.#known.delete(keyOf(headers, `/transactions/${data.transaction_id}`));
    // A run sets the time of its simulation's last run.
    if (url.pathname.endsWith('/runs')) this.#known.delete(key);
    if (!data || (place.endsWith(data.id) && this.#contested.has(place))) return;
    const path = place.endsWith(data.id) ? place : `${url.pathname}/${data.id}`;
    this.#known.set(keyOf(headers, path), { data, writeEnded: this.#now, isRefusedSince: false });
  }
}

/** Returns the entity in a response body, or `null`. */
export function entityIn(body: unknown): (object & { readonly id: string }) | null {
  if (typeof body !== 'object' || body === null || !('data' in body)) return null;
  const { data } = body;
  if (typeof data !== 'object' || data === null || !('id' in data) || typeof data.id !== 'string') return null;
  return { ...data, id: data.id };
}

/** Returns the path of the entity that a URL belongs to, or else the URL's own path. */
function placeOf({ pathname }: URL): string {
  return /^.*\/[a-z]+_[a-z\d]{26}/.exec(pathname)?.[0] ?? pathname;
}

function keyOf(headers: Headers, path: string): string {
  return `${headers.get('authorization')} ${path}`;
}
