/**
 * Adds to package-lock.json the optional packages of other platforms, as their parents pin them. npm leaves them out
 * where the registry that it asks does not have them, and then refuses its own lock file in `npm ci`. Run it after such
 * an `npm install`.
 */
import { readFile, writeFile } from 'node:fs/promises';

type Entry = { version: string; optionalDependencies?: Record<string, string>; dev?: true };
type Lock = { packages: Record<string, Entry> };

const file = new URL('../package-lock.json', import.meta.url);
const lock: Lock = JSON.parse(await readFile(file, 'utf8'));
const places = Object.entries(lock.packages);

for (const { optionalDependencies = {}, dev } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const there = places.some(([place]) => place.endsWith(`node_modules/${name}`));
    if (there || !/^\d/.test(version)) continue;
    const added = { version, ...platformIn(name), ...(dev && { dev }), optional: true };
    places.push([`node_modules/${name}`, added]);
    console.log(`Added ${name}@${version}.`);
  }
}
const packages = Object.fromEntries(places.toSorted(([one], [other]) => (one < other ? -1 : 1)));
await writeFile(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);

/** What a name that ends like `-linux-arm64-musl` says, so that npm skips the package elsewhere. */
function platformIn(name: string) {
  const [, os, cpu, abi] =
    /-(android|darwin|freebsd|linux|openbsd|openharmony|win32)-([^-]+)(?:-(.+))?$/.exec(name) ?? [];
  if (!os || !cpu) throw new Error(`Could not add ${name}: its name does not end with a platform. Add it by hand.`);
  const libc = abi?.startsWith('musl') ? 'musl' : 'glibc';
  return { os: [os], cpu: [cpu], ...(os === 'linux' && { libc: [libc] }) };
}
