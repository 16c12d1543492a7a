import { whyNotFrom } from './happening.ts';

type Archivable = { status: 'active' | 'archived' };

/** Only what is active comes into being. */
export function whyNotBorn({ status }: Archivable): string | undefined {
  return whyNotFrom(['active'], status);
}

/** Archiving is an update, and so is making active again; in between nothing changes. */
export function whyNotUpdated({ status }: Archivable, before: Archivable): string | undefined {
  return status === 'archived' ? whyNotFrom(['active'], before.status) : undefined;
}
