import { randomUUID } from 'node:crypto';
import { formOf, placeholders } from './placeholders.ts';

/** Values of a recording's placeholders on the replay target. */
export class PlaceholderValues {
  readonly #texts: Map<string, string>;

  /** @param baseUrl of the replay target. */
  constructor(baseUrl: string) {
    this.#texts = new Map([['<base>', baseUrl]]);
  }

  has(placeholder: string): boolean {
    return this.#texts.has(placeholder);
  }

  set(placeholder: string, text: string): void {
    this.#texts.set(placeholder, text);
  }

  /** Sets a random ID, which does not exist on the target. */
  setUnknownId(placeholder: string, kind: string): void {
    this.set(placeholder, `${kind}_${randomUUID().replaceAll('-', '').slice(0, 26)}`);
  }

  /** Replaces the placeholders in a text by their values. */
  fill(text: string): string {
    return text.replace(placeholders, (placeholder) => this.#texts.get(placeholder) ?? placeholder);
  }

  /**
   * Compares a text with the recorded one, and sets placeholders that have no value yet.
   *
   * @param recorded may contain placeholders.
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
