import { defineKind } from '../kind.ts';

/** Reviews of live accounts. The sandbox has none, so that only seeds and imports add them. */
export const verifications = defineKind({
  schema: 'verification',
  idPrefix: 'slrvrf',
  keys: ['verification_type'],
  times: [],
  searched: [],
  isArchivable: false,
  isSeedable: true,
});
