import { UsageError } from '#openapi/text/usage-error.ts';
import packageJson from '../../package.json' with { type: 'json' };

/** Rejects a Node that is older than `engines` of package.json. @throws UsageError */
export function requireNode(version = process.versions.node): void {
  const needed = packageJson.engines.node.replace('>=', '');
  if (version.localeCompare(needed, 'en', { numeric: true }) >= 0) return;
  throw new UsageError(
    `Could not start Paddock: it needs Node.js ${needed} or later, but this is ${version}. Update Node.js.`,
  );
}
