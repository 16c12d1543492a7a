import type { Exchange } from '../contract/exchange.ts';

/** An entity as the last write of it answered. */
type Known = { readonly data: object; readonly writeEnded: number; isRefusedSince: boolean };

/**
 * Remembers what writes answered, and says what a read or a later ID does not go with. Where writes of an entity overlap,
 * nobody knows which came last, so the entity is forgotten. What no write of the API made is not checked.
 */
export class EntityMemory {
  readonly #known = new Map<string, Known>();
  readonly #newest = new Map<string, { readonly id: string; readonly ended: number }>();
  /** How many writes are on their way, by the place that they are about. */
  readonly #writing = new Map<string, number>();
  readonly #contested = new Set<string>();
  #now = 0;

  /** Tells a moment from those before it, for `Exchange.ended`. */
  now(): number {
    this.#now += 1;
    return this.#now;
  }

  /** Is told that a request is sent. @returns when that was, for `Exchange.began`. */
  begin(method: string, url: URL): number {
    this.#now += 1;
    const place = placeOf(url);
    const others = this.#writing.get(place) ?? 0;
    if (method !== 'GET') this.#writing.set(place, others + 1);
    if (method !== 'GET' && others > 0) this.#contested.add(place);
    return this.#now;
  }

  /** Is told that a request is over, whatever came of it. */
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

  /** What the entity that was read has to be, or `null` where that is not known. */
  knownOf({ requestHeaders, url, method, began, status }: Exchange): Known | null {
    if (method !== 'GET' || status !== 200 || this.#writing.has(url.pathname)) return null;
    const known = this.#known.get(keyOf(requestHeaders, url.pathname));
    return known && known.writeEnded < began ? known : null;
  }

  /** The ID that was the last to be created in a list before this creation began, or `null`. */
  newestBefore({ requestHeaders, url, began }: Exchange): string | null {
    const newest = this.#newest.get(keyOf(requestHeaders, url.pathname));
    return newest && newest.ended < began ? newest.id : null;
  }

  /** Learns from a write, before it is over. */
  learn({ method, status, url, requestHeaders, body }: Exchange): void {
    if (method === 'GET') return;
    this.#now += 1;
    const [place, data] = [placeOf(url), entityIn(body)];
    const key = keyOf(requestHeaders, place);
    const known = this.#known.get(key);
    if (status >= 400 && status < 500) {
      if (known) known.isRefusedSince = true;
      return;
    }
    if (data && status === 201)
      this.#newest.set(keyOf(requestHeaders, url.pathname), { id: data.id, ended: this.#now });
    if (!data || this.#contested.has(place)) this.#known.delete(key);
    if (!data || (place.endsWith(data.id) && this.#contested.has(place))) return;
    const path = place.endsWith(data.id) ? place : `${url.pathname}/${data.id}`;
    this.#known.set(keyOf(requestHeaders, path), { data, writeEnded: this.#now, isRefusedSince: false });
  }
}

/** The entity in an answer, or `null`. */
export function entityIn(body: unknown): (object & { readonly id: string }) | null {
  if (typeof body !== 'object' || body === null || !('data' in body)) return null;
  const { data } = body;
  if (typeof data !== 'object' || data === null || !('id' in data) || typeof data.id !== 'string') return null;
  return { ...data, id: data.id };
}

/** The path of the entity that a URL is below, or its own. */
function placeOf({ pathname }: URL): string {
  return /^.*\/[a-z]+_[a-z\d]{26}/.exec(pathname)?.[0] ?? pathname;
}

function keyOf(headers: Headers, path: string): string {
  return `${headers.get('authorization')} ${path}`;
}
