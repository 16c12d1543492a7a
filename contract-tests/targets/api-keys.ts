import { createHash } from 'node:crypto';

/**
 * Generates well-formed sandbox keys, the same sequence for the same seed.
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
