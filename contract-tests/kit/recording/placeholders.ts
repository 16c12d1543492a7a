/** Returns the pattern of the values of a kind of placeholder, as the source of a regular expression. */
export function formOf(kind: string): string {
  return forms.get(kind) ?? `${kind}_[a-z\\d]{26}`;
}

const time = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)';
const email = '[^\\s@<>"\',;:/?&=()]+@[^\\s@<>"\',;:/?&=()]+\\.[a-z]{2,}';
const forms = new Map([
  ['time', time],
  ['email', email],
  ['request_id', '[\\da-f-]{36}'],
  ['account', '.+'],
]);

/** Matches placeholders: their kind and, if they have one, their number. */
export const placeholders = /<([a-z_]+)(?::(\d+))?>/g;

const paddleIds = /\b([a-z]{2,10})_[a-z\d]{26}\b/g;
const emails = new RegExp(email, 'gi');
const times = new RegExp(time, 'g');

/** Assigns placeholders to IDs and email addresses; the same text always gets the same one. */
export class Numbering {
  readonly #placeholders = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  placeholderOf(kind: string, text: string): string {
    const known = this.#placeholders.get(`${kind} ${text}`);
    if (known !== undefined) return known;
    const number = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, number);
    const made = `<${kind}:${number}>`;
    this.#placeholders.set(`${kind} ${text}`, made);
    return made;
  }

  /** Replaces the IDs and email addresses in a text by placeholders. */
  inText(text: string): string {
    return text
      .replace(paddleIds, (id: string, prefix: string) => this.placeholderOf(prefix, id))
      .replace(emails, (address) => this.placeholderOf('email', address));
  }
}

/** Replaces the times in a text by `<time>`. */
export function withoutTimes(text: string): string {
  return text.replace(times, '<time>');
}
