import fc from 'fast-check';
import { applyOverlay } from 'openapi-overlays-js/src/overlay.js';
import { describe, expect, test } from 'vitest';
import { readOverlay } from '../compile/overlay.ts';
import { applyChanges } from './changes.ts';
import type { JsonObject } from './json.ts';
import { documentChanges, readDocument } from './read.ts';
import { danglingRefs } from './refs.ts';

const guide = readDocument('guide');
const changes = documentChanges;
const unlisted = changes.flatMap((each) =>
  each.behaviour === 'webhook-events' && each.path.at(-1) === 'schemas' && 'update' in each ? [each.update] : [],
);
const actions = readOverlay(new URL('../', import.meta.url).pathname, unlisted[0] ?? {});
const behaviours = [...new Set(changes.map(({ behaviour, value }) => `${behaviour}=${value}`))];

const change = (names: readonly string[]) =>
  applyChanges(
    guide,
    changes.filter(({ behaviour, value }) => names.includes(`${behaviour}=${value}`)),
  );

describe('the official overlay', () => {
  test('is complete in the generated changes, in order', () => {
    expect(changes.map(({ behaviour, value }) => `${behaviour}=${value}`)).toEqual(
      actions.map((action) => action['x-behaviour']),
    );
    expect(behaviours.length).toBeGreaterThan(10);
  });

  test('gives the same as an independent implementation of overlays, for any set of behaviours', () => {
    fc.assert(
      fc.property(fc.subarray(behaviours), (names) => {
        const some = actions.filter((action) => names.includes(action['x-behaviour']));
        expect(change(names)).toEqual(applyOverlay(structuredClone(guide), { actions: structuredClone(some) }));
      }),
      { numRuns: 25 },
    );
  });

  test.each(behaviours)('leaves no reference without a target when only %s is applied', (name) => {
    expect(change([name])).not.toEqual(guide);
    expect(danglingRefs(change([name]))).toEqual([]);
  });

  test('leaves no reference without a target for any set of behaviours', () => {
    fc.assert(
      fc.property(fc.subarray(behaviours), (names) => {
        expect(danglingRefs(change(names))).toEqual([]);
      }),
    );
    expect(danglingRefs(readDocument('official'))).toEqual([]);
    expect(danglingRefs(guide)).toEqual([]);
  });
});

describe('applying changes', () => {
  const document = { name: 'a', tags: ['x', 'y'], inner: { kept: 1, list: [1], deep: { a: null } } };
  const apply = (path: string[], change: { remove: true } | { update: JsonObject }) =>
    applyChanges(document, [{ behaviour: 'b', value: 'v', path, ...change }]);

  test('merges objects by key, concatenates arrays and replaces anything else', () => {
    const update = { added: true, list: [2], deep: { a: 'set', b: 2 } };
    const inner = { kept: 1, added: true, list: [1, 2], deep: { a: 'set', b: 2 } };
    expect(apply(['inner'], { update })).toEqual({ ...document, inner });
    expect(apply(['inner'], { update: { list: 'no list', deep: [1] } })).toMatchObject({
      inner: { list: 'no list', deep: [1] },
    });
  });

  test('removes a key of an object, and an element of an array', () => {
    expect(apply(['name'], { remove: true })).toEqual({ tags: document.tags, inner: document.inner });
    expect(apply(['tags', '0'], { remove: true })).toMatchObject({ tags: ['y'] });
  });

  test('does not modify the document or the changes', () => {
    const before = structuredClone(document);
    const update = { deep: { list: [1] } };
    const changed = apply(['inner'], { update });
    expect(document).toEqual(before);
    Object.assign(changed.inner.deep, { list: 'changed afterwards' });
    expect(update).toEqual({ deep: { list: [1] } });
  });

  test('refuses a path without a target', () => {
    const nowhere = /^Could not apply a change: there is nothing at \/inner\/missing.*Generate the changes again\.$/;
    expect(() => apply(['inner', 'missing'], { update: {} })).toThrow(nowhere);
    expect(() => apply(['inner', 'missing', 'more'], { remove: true })).toThrow(nowhere);
    expect(() => apply(['name', 'length'], { remove: true })).toThrow(/there is nothing at \/name/);
  });

  test('refuses to change the whole document, and to update an array', () => {
    expect(() => apply([], { update: {} })).toThrow(/targets the whole document\. Target a part\.$/);
    expect(() => apply(['tags'], { update: {} })).toThrow(/updates an array\. Update the object that holds it\.$/);
  });
});
