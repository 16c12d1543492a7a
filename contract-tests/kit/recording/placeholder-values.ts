import { randomUUID } from 'node:crypto';
import { formOf, placeholders } from './placeholders.ts';

/** What the placeholders of a recording stand for on the target that it is replayed to. */
export class PlaceholderValues {
  readonly #texts: Map<string, string>;

  /** @param baseUrl where the target is. */
  constructor(baseUrl: string) {
    this.#texts = new Map([['<base>', baseUrl]]);
  }

  has(placeholder: string): boolean {
    return this.#texts.has(placeholder);
  }

  set(placeholder: string, text: string): void {
    this.#texts.set(placeholder, text);
  }

  /** Binds an ID that the target cannot have. */
  setUnknownId(placeholder: string, kind: string): void {
    this.set(placeholder, `${kind}_${randomUUID().replaceAll('-', '').slice(0, 26)}`);
  }

  /** A text with what its placeholders stand for. */
  fill(text: string): string {
    return text.replace(placeholders, (placeholder) => this.#texts.get(placeholder) ?? placeholder);
  }

  /**
   * Tells whether a text is what was recorded, and learns from it what new placeholders stand for.
   *
   * @param recorded may hold placeholders.
   */
  matches(recorded: string, text: string): boolean {
    const unbound: string[] = [];
    const pattern = recorded.split(/(<[a-z_]+(?::\d+)?>)/).map((part) => {
      const [, kind, number] = /^<([a-z_]+)(?::(\d+))?>$/.exec(part) ?? [];
      const bound = this.#texts.get(part);
      if (kind === undefined || bound !== undefined) return escapePattern(bound ?? part);
      if (number === undefined) return `(?:${formOf(kind)})`;
      unbound.push(part);
      return `(${formOf(kind)})`;
    });
    const found = new RegExp(`^${pattern.join('')}$`, 'i').exec(text);
    if (!found) return false;
    for (const [index, placeholder] of unbound.entries()) this.set(placeholder, found[index + 1] ?? '');
    return true;
  }
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
