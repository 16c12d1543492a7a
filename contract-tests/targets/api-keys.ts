import { createHash } from 'node:crypto';

/**
 * Makes well-formed sandbox keys, one after the other and always the same ones for a seed.
 *
 * @evidence official for the form, pdl_sdbx_apikey_<26>_<22>_<3>
 */
export function createApiKeys(seed: number): () => string {
  let made = 0;
  return () => {
    made += 1;
    const letters = createHash('sha512').update(`${seed}/${made}`).digest('hex');
    return `pdl_sdbx_apikey_${letters.slice(0, 26)}_${letters.slice(26, 48)}_${letters.slice(48, 51)}`;
  };
}
