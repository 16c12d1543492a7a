import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { behaviourNames, behaviourTable } from './behaviours.ts';

const overlay = new URL('../../openapi/overlays/official.yaml', import.meta.url);
const { actions }: { actions: { target: string; 'x-behaviour': string }[] } = parse(readFileSync(overlay, 'utf8'));
const named = [...new Set(actions.map((action) => action['x-behaviour']))];

describe('the official overlay', () => {
  test.each(named)(
    'belongs with %s to a behaviour that the official profile has, and the guide has not',
    (assignment) => {
      const [name = '', value] = assignment.split('=');
      expect(behaviourNames).toContain(name);
      const row = Object.entries(behaviourTable).find(([behaviour]) => behaviour === name)?.[1];
      expect(Object.keys(row?.values ?? {})).toContain(value);
      expect(row?.official).toBe(value);
      expect(row?.guide).not.toBe(value);
    },
  );

  test('names each behaviour with one value only', () => {
    expect(new Set(named.map((assignment) => assignment.split('=')[0])).size).toBe(named.length);
    expect(named.length).toBeGreaterThan(10);
  });
});
