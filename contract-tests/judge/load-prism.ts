import { createRequire } from 'node:module';
import { join } from 'node:path';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { PrismHttp } from './prism-http.ts';

/** The installed Prism, and its version. */
export type LoadedPrism = { readonly http: PrismHttp; readonly version: string };

/**
 * Loads Prism, an optional dependency, from this package or from the project in the current folder.
 *
 * @param places files from which to resolve it.
 * @throws UsageError if it is not installed.
 */
export function loadPrism(places = [import.meta.url, join(process.cwd(), 'package.json')]): LoadedPrism {
  const found = places.flatMap(resolvePrism)[0];
  if (found === undefined)
    throw new UsageError(
      'Could not judge with Prism: it is not installed. Run npm install --save-dev @stoplight/prism-cli.',
    );
  const requireBeside = createRequire(found);
  const { version } = requireBeside(found);
  // The cast declares the part of Prism in use, see `prism-http.ts`.
  return { http: requireBeside('@stoplight/prism-http') as PrismHttp, version: String(version) };
}

function resolvePrism(from: string): string[] {
  try {
    return [createRequire(from).resolve('@stoplight/prism-cli/package.json')];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return [];
    throw error;
  }
}
