import type { Statements } from '../database/database.ts';
import type { EntityText, Page } from './text-table.ts';

/** Limit of one text, and of the texts of one page, in characters. */
const longestKept = 1024 * 1024;
const pagesAtMost = 1_000;

/** Memory that the caches of one server share. When it is full, all are emptied: most will be written soon anyway. */
export class ReadMemory {
  readonly #charactersAtMost: number;
  readonly #caches = new Set<ReadCache>();
  #characters = 0;

  constructor(charactersAtMost = 32 * 1024 * 1024) {
    this.#charactersAtMost = charactersAtMost;
  }

  take(cache: ReadCache, characters: number): void {
    this.#caches.add(cache);
    this.#characters += characters;
    if (this.#characters > this.#charactersAtMost) for (const full of [...this.#caches]) full.clear();
  }

  free(characters: number): void {
    this.#characters -= characters;
  }

  leave(cache: ReadCache): void {
    this.#caches.delete(cache);
  }
}

const memories = new WeakMap<Statements, ReadMemory>();

/** Returns the memory of the server whose statements these are. */
export function readMemoryOf(statements: Statements): ReadMemory {
  const known = memories.get(statements) ?? new ReadMemory();
  memories.set(statements, known);
  return known;
}

const joinedTexts = new WeakMap<readonly EntityText[], string>();

/** Joins the texts of a page by commas. Those of a page that is read again and again are joined once. */
export function joined(texts: readonly EntityText[]): string {
  return joinedTexts.get(texts) ?? texts.join();
}

/** Cache of one collection's texts and pages, valid until its next write. */
export class ReadCache {
  readonly #memory: ReadMemory;
  readonly #texts = new Map<string, EntityText>();
  readonly #pages = new Map<string, Page>();
  /** Names of pages that were read before. */
  readonly #known = new Set<string>();
  /** Entities that callers share, frozen. */
  readonly #entities = new Map<string, { entity: object; characters: number }>();
  #characters = 0;
  /** The part of these characters that belongs to pages. */
  #ofPages = 0;

  constructor(memory: ReadMemory) {
    this.#memory = memory;
  }

  /** Returns an entity's text, and reads it if it is not cached. */
  text(id: string, read: () => EntityText | undefined): EntityText | undefined {
    const known = this.#texts.get(id);
    if (known !== undefined) return known;
    const text = read();
    if (text !== undefined && text.length <= longestKept) {
      this.#texts.set(id, text);
      this.#take(text.length);
    }
    return text;
  }

  /** Returns what a cached text says, parsed once and frozen. */
  entity<Entity extends object>(id: string, text: EntityText, parse: (text: EntityText) => Entity): Entity {
    const known = this.#entities.get(id);
    // The cast types what this method kept under the ID.
    if (known) return known.entity as Entity;
    const entity = frozen(parse(text));
    this.#entities.set(id, { entity, characters: text.length });
    this.#take(text.length);
    return entity;
  }

  /**
   * Returns a page, and reads it if it is not cached. It is kept when it is read for the second time: a walk through a
   * long list would fill the cache with pages that nobody asks for again. Pages share their texts.
   *
   * @param name stands for all that the page depends on but the collection
   */
  page(name: string, read: () => Page): Page {
    const known = this.#pages.get(name);
    if (known) return this.#join(known);
    const page = read();
    if (!this.#known.has(name)) this.#remember(name);
    else if (this.#pages.size < pagesAtMost && lengthOf(page.texts) <= longestKept) this.#keep(name, page);
    return page;
  }

  /** Drops a written entity and all pages, any of which may contain it now. */
  forget(id: string): void {
    const text = this.#texts.get(id);
    if (text !== undefined) {
      this.#texts.delete(id);
      this.#free(text.length);
    }
    const parsed = this.#entities.get(id);
    if (parsed) {
      this.#entities.delete(id);
      this.#free(parsed.characters);
    }
    if (this.#pages.size === 0) return;
    this.#pages.clear();
    this.#free(this.#ofPages);
    this.#ofPages = 0;
  }

  clear(): void {
    this.#texts.clear();
    this.#entities.clear();
    this.#pages.clear();
    this.#known.clear();
    this.#free(this.#characters);
    this.#ofPages = 0;
    this.#memory.leave(this);
  }

  #remember(name: string): void {
    if (this.#known.size >= pagesAtMost) this.#known.clear();
    this.#known.add(name);
  }

  #keep(name: string, page: Page): void {
    let added = 0;
    const texts = page.texts.map((text, index) => {
      const id = page.ids[index] ?? '';
      const known = this.#texts.get(id);
      if (known !== undefined) return known;
      this.#texts.set(id, text);
      added += text.length;
      return text;
    });
    this.#pages.set(name, { ...page, texts });
    this.#ofPages += name.length;
    this.#take(added + name.length);
  }

  #join(page: Page): Page {
    const { texts } = page;
    if (texts.length < 2 || joinedTexts.has(texts)) return page;
    const text = texts.join();
    joinedTexts.set(texts, text);
    this.#ofPages += text.length;
    this.#take(text.length);
    return page;
  }

  #take(characters: number): void {
    this.#characters += characters;
    this.#memory.take(this, characters);
  }

  #free(characters: number): void {
    this.#characters -= characters;
    this.#memory.free(characters);
  }
}

function lengthOf(texts: readonly EntityText[]): number {
  let length = 0;
  for (const text of texts) length += text.length;
  return length;
}

/** Freezes an entity with all its parts. */
function frozen<Part>(part: Part): Part {
  if (typeof part !== 'object' || part === null) return part;
  for (const inner of Object.values(part)) frozen(inner);
  return Object.freeze(part);
}
