import type { SourceKind } from '../account/account.ts';

/** Sources of changes that fall due, in the order in which they happen at equal times. */
export const sources: readonly SourceKind[] = [];
