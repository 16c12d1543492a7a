import type { EntityText, Page } from './text-table.ts';

/** Limit of cached text, in characters. The entities of most accounts fit in. */
const charactersAtMost = 1024 * 1024;
const pagesAtMost = 1_000;
/** Limit of joined texts, in characters: a thousand pages of fifty small entities. */
const joinedAtMost = 8 * charactersAtMost;

const joinedTexts = new WeakMap<readonly EntityText[], string>();

/** Joins the texts of a page by commas. Those of a page that is read again and again are joined once. */
export function joined(texts: readonly EntityText[]): string {
  return joinedTexts.get(texts) ?? texts.join();
}

/** Cache of one collection's texts and pages, valid until its next write. */
export class ReadCache {
  readonly #texts = new Map<string, EntityText>();
  readonly #pages = new Map<string, Page>();
  #characters = 0;
  #joined = 0;

  /** Returns an entity's text, and reads it if it is not cached. */
  text(id: string, read: () => EntityText | undefined): EntityText | undefined {
    const known = this.#texts.get(id);
    if (known !== undefined) return known;
    const text = read();
    if (text !== undefined && this.#hasRoomFor([text])) this.#keep(id, text);
    return text;
  }

  /**
   * Returns a page, and reads it if it is not cached. Pages share their texts, so a walk through a list caches each
   * text once.
   *
   * @param name stands for all that the page depends on but the collection
   */
  page(name: string, read: () => Page): Page {
    const known = this.#pages.get(name);
    if (known) return this.#join(known);
    const page = read();
    if (this.#pages.size < pagesAtMost && this.#hasRoomFor(page.texts)) {
      const texts = page.texts.map((text, index) => this.#keep(page.ids[index] ?? '', text));
      this.#pages.set(name, { ...page, texts });
    }
    return page;
  }

  /** Drops a written entity and all pages, any of which may contain it now. */
  forget(id: string): void {
    this.#characters -= this.#texts.get(id)?.length ?? 0;
    this.#texts.delete(id);
    if (this.#pages.size > 0) this.#forgetPages();
  }

  clear(): void {
    this.#texts.clear();
    this.#forgetPages();
    this.#characters = 0;
  }

  #forgetPages(): void {
    this.#pages.clear();
    this.#joined = 0;
  }

  #join(page: Page): Page {
    const { texts } = page;
    if (texts.length < 2 || this.#joined > joinedAtMost || joinedTexts.has(texts)) return page;
    const text = texts.join();
    joinedTexts.set(texts, text);
    this.#joined += text.length;
    return page;
  }

  /** A full cache takes nothing more until the next write: evicting all the time would cost more than reading. */
  #hasRoomFor(texts: readonly EntityText[]): boolean {
    let characters = this.#characters;
    for (const text of texts) characters += text.length;
    return characters <= charactersAtMost;
  }

  /** Caches a text, and returns the cached one. */
  #keep(id: string, text: EntityText): EntityText {
    const known = this.#texts.get(id);
    if (known !== undefined) return known;
    this.#characters += text.length;
    this.#texts.set(id, text);
    return text;
  }
}
