import { randomBytes } from 'node:crypto';
import { Ids } from '../ids/ids.ts';
import { seededRandom } from '../ids/random.ts';
import { makeApiKey } from './api-keys.ts';

/** Makes a sandbox key that no other account has: the first request with it opens an account of its own. */
export function freshApiKey(): string {
  // Two hexadecimal digits a byte, which are letters and digits.
  const text = randomBytes(26).toString('hex');
  return `pdl_sdbx_apikey_${text.slice(0, 26)}_${text.slice(26, 48)}_${text.slice(48, 51)}`;
}

/** Makes such keys one after the other, the same ones for the same seed. */
export function seededApiKeys(seed: number): () => string {
  const ids = new Ids(() => 0, seededRandom(seed, 'fresh keys'));
  return () => makeApiKey(ids);
}
