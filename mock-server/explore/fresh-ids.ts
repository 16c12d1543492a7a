import { randomInt } from 'node:crypto';

/** IDs in JSON, except those of the catalog, which an application may know. */
const id = /\b(?!pri_|pro_|dsc_|dsg_|ntfset_)([a-z]+_)(01[0-9a-hjkmnp-tv-z]{8})[0-9a-hjkmnp-tv-z]{16}\b/g;
const email = /(?<="[\w.-]{1,64})@(?=[\w.-]+\.\w+")/g;
const digits = '0123456789abcdefghjkmnpqrstvwxyz';

/** Replaces IDs and email addresses in JSON by those of one trial. */
export type Rename = (json: string) => string;

/**
 * Makes new IDs, in the order of the old ones, and new email addresses, so that an application takes each trial for another
 * customer's, and need not be reset.
 *
 * @param texts all JSON that has the IDs
 */
export function freshIds(texts: readonly string[]): Rename {
  const known = [...new Set(texts.flatMap((text) => text.match(id) ?? []))].toSorted();
  const trial = Array.from({ length: 8 }, () => digits[randomInt(32)]).join('');
  const fresh = new Map(
    known.map((one, rank) => [one, one.slice(0, -16) + trial + rank.toString(32).padStart(8, '0')]),
  );
  return (json) => json.replace(id, (one) => fresh.get(one) ?? one).replace(email, `+${trial}@`);
}
