import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { controlDocument } from '../document/read.ts';
import { withTable } from './emulation-table.ts';
import { endpointMarks, endpointTable } from './endpoint-table.ts';

test('the manual of the control plane lists every endpoint', () => {
  const manual = readFileSync(new URL('../../mock-server/control/README.md', import.meta.url), 'utf8');
  const table = endpointTable(controlDocument);
  expect(withTable(manual, table, ...endpointMarks)).toBe(manual);
  for (const path of Object.keys(Object(controlDocument['paths']))) expect(table).toContain(` ${path}\``);
});
