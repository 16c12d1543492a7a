import { defineKind, type Entity } from '../kind.ts';

export type ApiKeyExposure = Entity<'api-key-exposure'>;

/** API keys that were found in public. Only events show them. */
export const key_exposures = defineKind({
  schema: 'api-key-exposure',
  idPrefix: 'apkexp',
  keys: ['api_key_id'],
  times: [],
  searched: [],
  isArchivable: false,
  isSeedable: false,
});
