import type { ListQuery } from './list-query.ts';
import type { EntityText, Page } from './text-table.ts';

/** Most characters of texts that are kept. The entities of most accounts are fewer. */
const charactersAtMost = 1024 * 1024;
const pagesAtMost = 1_000;

/** Texts and pages of one collection, as they were read since its last write. */
export class ReadCache {
  readonly #texts = new Map<string, EntityText>();
  readonly #pages = new Map<string, Page>();
  #characters = 0;

  /** An entity's text, read where it is not known. */
  text(id: string, read: () => EntityText | undefined): EntityText | undefined {
    const known = this.#texts.get(id);
    if (known !== undefined) return known;
    const text = read();
    if (text !== undefined && this.#hasRoomFor([text])) this.#keep(id, text);
    return text;
  }

  /** A page, read where it is not known. Pages share their texts, so a walk through a list keeps each once. */
  page(query: ListQuery, read: () => Page): Page {
    const name = JSON.stringify(query);
    const known = this.#pages.get(name);
    if (known) return known;
    const page = read();
    if (this.#pages.size < pagesAtMost && this.#hasRoomFor(page.texts)) {
      const texts = page.texts.map((text, index) => this.#keep(page.ids[index] ?? '', text));
      this.#pages.set(name, { ...page, texts });
    }
    return page;
  }

  /** Forgets an entity that has been written, and all pages: any of them may have it now. */
  forget(id: string): void {
    this.#characters -= this.#texts.get(id)?.length ?? 0;
    this.#texts.delete(id);
    if (this.#pages.size > 0) this.#pages.clear();
  }

  clear(): void {
    this.#texts.clear();
    this.#pages.clear();
    this.#characters = 0;
  }

  /** A full cache takes nothing more until something is written: replacing texts all the time would cost more than reading. */
  #hasRoomFor(texts: readonly EntityText[]): boolean {
    let characters = this.#characters;
    for (const text of texts) characters += text.length;
    return characters <= charactersAtMost;
  }

  /** Keeps a text, and returns the one that is kept. */
  #keep(id: string, text: EntityText): EntityText {
    const known = this.#texts.get(id);
    if (known !== undefined) return known;
    this.#characters += text.length;
    this.#texts.set(id, text);
    return text;
  }
}
