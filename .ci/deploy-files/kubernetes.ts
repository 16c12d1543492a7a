import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A manifest, as far as it says what it is. */
export type Manifest = { apiVersion: string; kind: string };

/**
 * Holds manifests against Kubernetes' own types, by way of the compiler: fields that do not exist, are missing or have
 * values of another type. What a cluster checks beyond that, such as the form of a quantity, it does not know.
 *
 * @throws Error with what the compiler says
 */
export async function checkManifests(manifests: readonly Manifest[], root: string): Promise<void> {
  // Within the checkout, since the types are looked for upwards from here.
  const folder = await mkdtemp(join(root, 'node_modules', '.paddock-manifests-'));
  const program = manifests.map(({ apiVersion, kind }, index) => {
    const group = apiVersion.includes('/') ? apiVersion : `core/${apiVersion}`;
    const value = JSON.stringify(manifests[index], null, 2);
    return `import type { ${kind} as Kind${index} } from 'kubernetes-types/${group}.js';\nexport const manifest${index}: Kind${index} = ${value};\n`;
  });
  try {
    await writeFile(join(folder, 'manifests.ts'), program.join('\n'));
    const flags = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'esnext', '--moduleResolution', 'bundler'];
    execFileSync('tsc', [...flags, '--types', 'node', join(folder, 'manifests.ts')], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    const said = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
    throw new Error(`Could not accept the manifests:\n${said}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
