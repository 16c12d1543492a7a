import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname, join } from 'node:path/posix';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);

/** Imports and re-exports of other modules of the repository, types included. */
const importPattern = /^(?:import|export)\s[^;]*?from\s+'(\.[^']+|#[^']+)';/gms;

/** Declarations of kinds are a layer of their own: the store derives its tables from them, and resources use the store. */
const kindPattern = /^mock-server\/resources\/(?:[^/]+\/)?kinds?\.ts$/;

/** Folder directly below a top folder. Files of a top folder itself are its entry points, a layer above all others. */
function layerOf(file: string): string {
  if (kindPattern.test(file)) return 'kinds';
  const [, folder = '', ...rest] = file.split('/');
  return rest.length === 0 ? 'entry points' : folder;
}

function importsOf(file: string): string[] {
  const source = readFileSync(new URL(file, root), 'utf8');
  return [...source.matchAll(importPattern)].map(([, path = '']) =>
    path.startsWith('#') ? path.slice(1) : join(dirname(file), path),
  );
}

async function readArrows(top: string): Promise<Map<string, Set<string>>> {
  const arrows = new Map<string, Set<string>>();
  for await (const file of glob(`${top}/**/*.{ts,tsx}`, { cwd: root })) {
    if (/\.(test|test-d|laws)\.ts$|\/(testing|node_modules|generated|built)\//.test(file)) continue;
    for (const imported of importsOf(file).filter((path) => path.startsWith(`${top}/`))) {
      const [from, to] = [layerOf(file), layerOf(imported)];
      if (from !== to) arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
    }
  }
  return arrows;
}

/** Folders on a way of imports that returns to where it began. */
function findCycle(arrows: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (folder: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(folder)) return [...way.slice(way.indexOf(folder)), folder];
    if (done.has(folder)) return undefined;
    done.add(folder);
    for (const next of arrows.get(folder) ?? []) {
      const cycle = visit(next, [...way, folder]);
      if (cycle) return cycle;
    }
    return undefined;
  };
  for (const folder of arrows.keys()) {
    const cycle = visit(folder, []);
    if (cycle) return cycle;
  }
  return undefined;
}

test.each(['openapi', 'fixtures', 'client', 'browser', 'mock-server', 'contract-tests'])(
  'no import runs back between the folders of %s',
  async (top) => {
    const arrows = await readArrows(top);
    expect(arrows.size).toBeGreaterThan(0);
    expect(findCycle(arrows)).toBeUndefined();
  },
);

test('a cycle of imports is found', () => {
  const arrows = new Map([
    ['cli', new Set(['http'])],
    ['http', new Set(['store', 'errors'])],
    ['store', new Set(['http'])],
  ]);
  expect(findCycle(arrows)).toEqual(['http', 'store', 'http']);
});
