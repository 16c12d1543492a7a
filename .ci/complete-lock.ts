/**
 * Adds missing optional packages, mostly of other platforms, to package-lock.json, in the lowest version that their
 * parents accept. npm omits them if its registry does not have them, and then `npm ci` refuses the lock file. Run it
 * after such an `npm install`.
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
    const lowest = /^\^?(\d.*)$/.exec(version)?.[1];
    if (there || lowest === undefined) continue;
    const added = { version: lowest, ...platformIn(name), ...(dev && { dev }), optional: true };
    places.push([`node_modules/${name}`, added]);
    console.log(`Added ${name}@${lowest}.`);
  }
}
const packages = Object.fromEntries(places.toSorted(([one], [other]) => (one < other ? -1 : 1)));
await writeFile(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);

/** Derives `os`, `cpu` and `libc` from a name such as `…-linux-arm64-musl`, so that npm skips it on other platforms. */
function platformIn(name: string) {
  const [, os, cpu, abi] =
    /-(android|darwin|freebsd|linux|openbsd|openharmony|win32)-([^-]+)(?:-(.+))?$/.exec(name) ?? [];
  if (!os || !cpu) return {};
  const libc = abi?.startsWith('musl') ? 'musl' : 'glibc';
  return { os: [os], cpu: [cpu], ...(os === 'linux' && { libc: [libc] }) };
}
