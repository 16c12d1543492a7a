import { readFileSync } from 'node:fs';
import type { JsonObject } from './document-changes.ts';

/** Reads a generated document. */
export function readDocument(name: 'guide' | 'official' | 'control'): JsonObject {
  return JSON.parse(readFileSync(new URL(`generated/${name}.json`, import.meta.url), 'utf8'));
}
