import { createRequire } from 'node:module';
import { join } from 'node:path';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { PrismHttp } from './prism-http.ts';

/** Prism as it was found, and its version. */
export type LoadedPrism = { readonly http: PrismHttp; readonly version: string };

/**
 * Loads Prism, which the package comes without: from beside it, or from the project that it is called in.
 *
 * @param places files or folders to look from.
 * @throws UsageError where it is not installed.
 */
export function loadPrism(places = [import.meta.url, join(process.cwd(), 'package.json')]): LoadedPrism {
  const found = places.flatMap(resolvePrism)[0];
  if (found === undefined)
    throw new UsageError(
      'Could not judge with Prism: it is not installed. Run npm install --save-dev @stoplight/prism-cli.',
    );
  const requireBeside = createRequire(found);
  const { version } = requireBeside(found);
  // Prism is plain JavaScript to whoever finds it at run time; `prism-http.ts` says what is used of it.
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
